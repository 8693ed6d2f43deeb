set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#ffffff'
set title 'Exactitude en test' font 'DejaVu Sans:Bold,18' textcolor rgb '#000000'
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
set xrange [0.4:2.6]
set xtics nomirror ('xavier' 1.0 0, 'he' 2.0 0)
set yrange [-3.8480000000000003:100.048]
set ytics nomirror ('0' 0.0 0, '20' 20.0 0, '40' 40.0 0, '60' 60.0 0, '80' 80.0 0, '100' 100.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#000000'
plot '-' using 1:2 with lines linecolor '#0060B4' linewidth 1.75 notitle, '-' using 1:2 with points linecolor '#0060B4' pointtype 7 pointsize 0.5249999999999999 title '2', '-' using 1:2 with lines linecolor '#DC5A03' linewidth 1.75 notitle, '-' using 1:2 with points linecolor '#DC5A03' pointtype 5 pointsize 0.5249999999999999 title '10'
0.8 94.6
0.8176 94.6
0.7824000000000001 94.6
0.8 94.6
0.8 95.4
0.7824000000000001 95.4
0.8176 95.4
0.8 95.4
nan nan
e
0.8 95.0
1.8 96.2
e
1.2 28.0
1.2176 28.0
1.1824 28.0
1.2 28.0
1.2 52.0
1.1824 52.0
1.2176 52.0
1.2 52.0
nan nan
2.2 92.0
2.2176 92.0
2.1824000000000003 92.0
2.2 92.0
2.2 94.0
2.1824000000000003 94.0
2.2176 94.0
2.2 94.0
nan nan
e
1.2 40.0
2.2 93.0
e
