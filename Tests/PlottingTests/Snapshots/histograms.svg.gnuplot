set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#ffffff'
set title 'Poids' font 'DejaVu Sans:Bold,18' textcolor rgb '#000000'
set xlabel 'poids' font 'DejaVu Sans,16' textcolor rgb '#000000'
set ylabel 'part (%)' font 'DejaVu Sans,16' textcolor rgb '#000000'
set border 3 back linecolor '#404040' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#dcdcdc' linewidth 0.8
set lmargin 7.4
set rmargin 4.0
set tmargin 3.2
set bmargin 5.7
set xrange [-1.06:2.06]
set xtics nomirror ('−1,0' -1.0 0, '−0,5' -0.5 0, '0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0)
set yrange [0.0:78.75]
set ytics nomirror ('0' 0.0 0, '20' 20.0 0, '40' 40.0 0, '60' 60.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#000000'
plot '-' using 1:2 with filledcurves closed fillcolor '#0060B4' fillstyle transparent solid 0.3 noborder title 'avant', '-' using 1:2 with lines linecolor '#0060B4' linewidth 1.75 notitle, '-' using 1:2 with filledcurves closed fillcolor '#DC5A03' fillstyle transparent solid 0.3 noborder title 'après', '-' using 1:2 with lines linecolor '#DC5A03' linewidth 1.75 notitle
-1.0 0.0
-1.0 0.0
-0.25 0.0
-0.25 75.0
0.5 75.0
0.5 25.0
1.25 25.0
1.25 0.0
2.0 0.0
2.0 0.0
e
-1.0 0.0
-1.0 0.0
-0.25 0.0
-0.25 75.0
0.5 75.0
0.5 25.0
1.25 25.0
1.25 0.0
2.0 0.0
2.0 0.0
e
-1.0 0.0
-1.0 25.0
-0.25 25.0
-0.25 25.0
0.5 25.0
0.5 0.0
1.25 0.0
1.25 25.0
2.0 25.0
2.0 0.0
e
-1.0 0.0
-1.0 25.0
-0.25 25.0
-0.25 25.0
0.5 25.0
0.5 0.0
1.25 0.0
1.25 25.0
2.0 25.0
2.0 0.0
e
