set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23'
set title 'Quantiles' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel 'couche' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel 'amplitude' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 back linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 7.4
set rmargin 4.0
set tmargin 3.2
set bmargin 5.7
set xrange [0.92:5.08]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0)
set logscale y
set yrange [0.8551478335822477:58.46942252142305]
set ytics nomirror ('' 0.9 1, '1' 1.0 0, '2' 2.0 0, '' 3.0 1, '' 4.0 1, '5' 5.0 0, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, '10' 10.0 0, '20' 20.0 0, '' 30.0 1, '' 40.0 1, '50' 50.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#e8eaed'
plot '-' using 1:2 with filledcurves closed fillcolor '#668FE2' fillstyle transparent solid 0.2 noborder notitle, '-' using 1:2 with linespoints linecolor '#668FE2' linewidth 1.75 pointtype 7 pointsize 0.375 title 'médiane', '-' using 1:2 with lines linecolor '#F58A45' linewidth 1.75 notitle, '-' using 1:2 with points linecolor '#F58A45' pointtype 5 pointsize 0.5249999999999999 title 'moyenne'
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
