set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23' rounded
set title 'Sortie du réseau' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel 'x₁' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel 'x₂' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 front linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 8.4
set rmargin 10.9
set tmargin 3.2
set bmargin 5.7
set xrange [-1.0:2.0]
set xtics nomirror ('−1,0' -1.0 0, '−0,5' -0.5 0, '0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set palette defined (0 '#8dcdff', 1 '#69a7d4', 2 '#5880a0', 3 '#485c6d', 4 '#393939', 5 '#6f543e', 6 '#a17248', 7 '#d49255', 8 '#ffb878')
set cbrange [0.0:1.0]
set style line 1 linecolor '#b4bac2' linewidth 1.2
set colorbox vertical user origin graph 1.0256410256410255, graph 0 size graph 0.029585798816568046, graph 1 border 1
set cbtics nomirror out scale 0.4 font 'DejaVu Sans,15' ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set cblabel 'sortie l''une' font 'DejaVu Sans,16' textcolor rgb '#e8eaed' offset 1,0
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#e8eaed'
plot '-' using (-0.5 + 1.0 * (int($1) % 3)):(0.25 + 0.5 * (int($1) / 3)):2 with image notitle, '-' using 1:2 with points linecolor '#1b1e23' pointtype 7 pointsize 1.125 notitle, '-' using 1:2 with points linecolor '#668FE2' pointtype 7 pointsize 0.75 title 'zéro', '-' using 1:2 with lines linecolor '#1b1e23' linewidth 4.25 notitle, '-' using 1:2 with points linecolor '#1b1e23' pointtype 5 pointsize 0.75 notitle, '-' using 1:2 with linespoints linecolor '#F58A45' linewidth 1.75 dashtype (14,5) pointtype 5 pointsize 0.375 title 'frontière'
0.0 0.0
1.0 0.25
2.0 0.5
3.0 nan
4.0 0.75
5.0 1.0
e
0.0 0.0
1.0 1.0
e
0.0 0.0
1.0 1.0
e
-1.0 0.2
2.0 0.8
e
-1.0 0.2
2.0 0.8
e
-1.0 0.2
2.0 0.8
e
