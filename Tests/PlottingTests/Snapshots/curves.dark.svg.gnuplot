set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23'
set title 'Coût par époque' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel 'époque' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel 'coût' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 back linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid xtics ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 9.3
set rmargin 4.0
set tmargin 3.2
set bmargin 5.7
set xrange [0.9:6.1]
set xtics nomirror ('1' 1.0 0, '2' 2.0 0, '3' 3.0 0, '4' 4.0 0, '5' 5.0 0, '6' 6.0 0)
set logscale y
set yrange [0.01:10.0]
set ytics nomirror ('10⁻²' 0.01 0, '10⁻¹' 0.1 0, '10⁰' 1.0 0, '10¹' 10.0 0, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 2 font 'DejaVu Sans,15' textcolor rgb '#e8eaed'
plot '-' using 1:2 with linespoints linecolor '#668FE2' linewidth 1.75 pointtype 7 pointsize 0.375 title 'entraînement', '-' using 1:2 with linespoints linecolor '#F58A45' linewidth 1.75 dashtype (14,5) pointtype 5 pointsize 0.375 title 'évaluation'
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
