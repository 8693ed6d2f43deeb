set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23'
set title 'Rien' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel '' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel '' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 back linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 5.9
set rmargin 4.0
set tmargin 3.2
set bmargin 2.6
set xrange [0.0:1.0]
set xtics nomirror ('0' 0.0 0, '1' 1.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
unset key
set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
plot '-' using 1:2 with points linecolor '#668FE2' pointtype 7 pointsize 0.5249999999999999 notitle
2.0 2.0
e
