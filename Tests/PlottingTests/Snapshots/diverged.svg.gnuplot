set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#ffffff'
set title 'Divergence' font 'DejaVu Sans:Bold,18' textcolor rgb '#000000'
set xlabel '' font 'DejaVu Sans,16' textcolor rgb '#000000'
set ylabel '' font 'DejaVu Sans,16' textcolor rgb '#000000'
set border 3 back linecolor '#404040' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid ytics back linetype 1 linecolor '#dcdcdc' linewidth 0.8
set lmargin 5.9
set rmargin 4.0
set tmargin 3.2
set bmargin 4.1
set boxwidth 0.8
set xzeroaxis linetype 1 linecolor '#404040' linewidth 1.2
set xrange [0.4:1.6]
set xtics nomirror ('c' 1.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#000000'
set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center font 'DejaVu Sans,16' textcolor rgb '#000000'
plot '-' using 1:2 with boxes linecolor '#DC5A03' fillstyle solid noborder title 'b', '-' using 1:2 with linespoints linecolor '#0060B4' linewidth 1.75 pointtype 7 pointsize 0.375 title 'a'
2.8000000000000003 2.0
e
2.8000000000000003 2.0
e
