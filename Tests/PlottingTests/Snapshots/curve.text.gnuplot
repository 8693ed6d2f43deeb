set encoding utf8
set terminal dumb mono size 76,20 noenhanced
set title 'Coût par époque'
set xlabel 'époque'
set label 1 'coût' at graph 0,1 center offset 0,1
set border 3
set tics scale 0
set xrange [0.9:6.1]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0, '6' 6.0 0)
set yrange [-0.092:2.392]
set ytics nomirror ('0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0)
unset key
plot '-' using 1:2 with points pointtype '*' notitle
1.0 2.3
2.0 1.2
3.0 0.7
4.0 0.4
5.0 0.2
6.0 0.05
e
