set encoding utf8
set terminal pngcairo size 1600,1000 font 'DejaVu Sans,26' noenhanced background '#ffffff'
set title 'Quantiles' font 'DejaVu Sans:Bold,32' textcolor rgb '#000000'
set xlabel 'couche' font 'DejaVu Sans,28' textcolor rgb '#000000'
set ylabel 'amplitude' font 'DejaVu Sans,28' textcolor rgb '#000000'
set border 3 back linecolor '#404040' linewidth 2.4
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,26'
set grid xtics ytics back linetype 1 linecolor '#dcdcdc' linewidth 1.6
set lmargin 7.4
set rmargin 4.0
set tmargin 3.2
set bmargin 5.7
set xrange [0.92:5.08]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0)
set logscale y
set yrange [0.8551478335822477:58.46942252142305]
set ytics nomirror ('' 0.9 1, '1' 1.0 0, '2' 2.0 0, '' 3.0 1, '' 4.0 1, '5' 5.0 0, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, '10' 10.0 0, '20' 20.0 0, '' 30.0 1, '' 40.0 1, '50' 50.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,26' textcolor rgb '#000000'
plot '-' using 1:2 with filledcurves closed fillcolor '#0060B4' fillstyle transparent solid 0.2 noborder notitle, '-' using 1:2 with linespoints linecolor '#0060B4' linewidth 3.5 pointtype 7 pointsize 1.0 title 'médiane', '-' using 1:2 with lines linecolor '#DC5A03' linewidth 3.5 notitle, '-' using 1:2 with points linecolor '#DC5A03' pointtype 5 pointsize 1.4 title 'moyenne'
1.0 1.0
2.0 0.8551478335822477
2.0 20.0
1.0 10.0
nan nan
4.0 2.0
5.0 3.0
5.0 50.0
4.0 40.0
nan nan
e
1.0 3.0
2.0 5.0
3.0 nan
4.0 9.0
5.0 12.0
e
2.0 1.0
2.03328 1.0
1.96672 1.0
2.0 1.0
2.0 3.0
1.96672 3.0
2.03328 3.0
2.0 3.0
nan nan
4.0 0.8551478335822477
4.03328 0.8551478335822477
3.96672 0.8551478335822477
4.0 0.8551478335822477
4.0 9.0
3.96672 9.0
4.03328 9.0
4.0 9.0
nan nan
e
2.0 2.0
4.0 4.0
e
