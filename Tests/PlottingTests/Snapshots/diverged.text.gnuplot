set encoding utf8
set terminal dumb mono size 76,20 noenhanced
set title 'Divergence'
set xlabel ''
set label 1 '' at graph 0,1 center offset 0,1
set border 3
set tics scale 0
set xrange [0.4:1.6]
set xtics nomirror ('c' 1.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15
set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center
plot '-' using 1:2 with impulses linetype 2 title '  b', '-' using 1:2 with points pointtype '*' title 'a'
2.8000000000000003 2.0
e
2.8000000000000003 2.0
e
