set encoding utf8
set terminal dumb mono size 76,20 noenhanced
set title 'Rien'
set xlabel ''
set label 1 '' at graph 0,1 center offset 0,1
set border 3
set tics scale 0
set xrange [0.0:1.0]
set xtics nomirror ('0' 0.0 0, '1' 1.0 0)
set yrange [0.0:1.0]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0, '1,0' 1.0 0)
unset key
set label 2 'aucune valeur à tracer' at graph 0.5,0.5 center
plot '-' using 1:2 with points pointtype '*' notitle
2.0 2.0
e
