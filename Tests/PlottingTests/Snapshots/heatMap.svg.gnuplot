set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#ffffff' rounded
set title 'Sortie du réseau' font 'DejaVu Sans:Bold,18' textcolor rgb '#000000'
set xlabel 'x₁' font 'DejaVu Sans,16' textcolor rgb '#000000'
set ylabel 'x₂' font 'DejaVu Sans,16' textcolor rgb '#000000'
set border 3 front linecolor '#404040' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#dcdcdc' linewidth 0.8
set lmargin 8.4
set rmargin 10.9
set tmargin 3.2
set bmargin 5.7
set xrange [-1.0:2.0]
set xtics nomirror ('−1,0' -1.0 0, '−0,5' -0.5 0, '0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set palette defined (0 '#045792', 1 '#407cbc', 2 '#80a1d2', 3 '#b8c8e6', 4 '#f1f1f1', 5 '#ebbdab', 6 '#d58e71', 7 '#b9603c', 8 '#993205')
set cbrange [0.0:1.0]
set style line 1 linecolor '#404040' linewidth 1.2
set colorbox vertical user origin graph 1.0256410256410255, graph 0 size graph 0.029585798816568046, graph 1 border 1
set cbtics nomirror out scale 0.4 font 'DejaVu Sans,15' ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set cblabel 'sortie l''une' font 'DejaVu Sans,16' textcolor rgb '#000000' offset 1,0
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#000000'
plot '-' using (-0.5 + 1.0 * (int($1) % 3)):(0.25 + 0.5 * (int($1) / 3)):2 with image notitle, '-' using 1:2 with points linecolor '#ffffff' pointtype 7 pointsize 1.125 notitle, '-' using 1:2 with points linecolor '#0060B4' pointtype 7 pointsize 0.75 title 'zéro', '-' using 1:2 with lines linecolor '#ffffff' linewidth 4.25 notitle, '-' using 1:2 with points linecolor '#ffffff' pointtype 5 pointsize 0.75 notitle, '-' using 1:2 with linespoints linecolor '#DC5A03' linewidth 1.75 dashtype (14,5) pointtype 5 pointsize 0.375 title 'frontière'
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
