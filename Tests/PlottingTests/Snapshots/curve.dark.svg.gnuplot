set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23'
set title 'Coût par époque' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel 'époque' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel 'coût' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 back linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 8.4
set rmargin 4.0
set tmargin 3.2
set bmargin 4.2
set xrange [0.9:6.1]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0, '6' 6.0 0)
set yrange [-0.092:2.392]
set ytics nomirror ('0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0)
unset key
plot '-' using 1:2 with linespoints linecolor '#668FE2' linewidth 1.75 pointtype 7 pointsize 0.375 notitle
1.0 2.3
2.0 1.2
3.0 0.7
4.0 0.4
5.0 0.2
6.0 0.05
e
