set encoding utf8
set terminal dumb mono size 76,20 noenhanced
set title 'Coût par époque'
set xlabel 'époque'
set label 1 'coût' at graph 0,1 center offset 0,1
set border 3
set tics scale 0
set xrange [0.9:6.1]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0, '6' 6.0 0)
set logscale y
set yrange [0.01:10.0]
set ytics nomirror ('10⁻²' 0.01 0, '10⁻¹' 0.1 0, '10⁰' 1.0 0, '10¹' 10.0 0, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15
plot '-' using 1:2 with points pointtype '*' title 'entraînement', '-' using 1:2 with points pointtype '#' title 'évaluation'
1.0 2.3
2.0 1.2
3.0 0.7
4.0 0.4
5.0 0.2
6.0 0.05
e
1.0 1.0
2.0 nan
4.0 0.5
6.0 nan
e
