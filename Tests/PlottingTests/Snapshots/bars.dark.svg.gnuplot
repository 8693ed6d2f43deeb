set encoding utf8
set terminal svg size 800,500 font 'DejaVu Sans,15' noenhanced background '#1b1e23'
set title 'Réussite' font 'DejaVu Sans:Bold,18' textcolor rgb '#e8eaed'
set xlabel '' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set ylabel '' font 'DejaVu Sans,16' textcolor rgb '#e8eaed'
set border 3 back linecolor '#b4bac2' linewidth 1.2
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,15'
set grid ytics back linetype 1 linecolor '#383d45' linewidth 0.8
set lmargin 5.9
set rmargin 4.0
set tmargin 3.2
set bmargin 4.1
set boxwidth 0.4
set xzeroaxis linetype 1 linecolor '#b4bac2' linewidth 1.2
set xrange [0.4:2.6]
set xtics nomirror ('têtue' 1.0 0, '100 %%' 2.0 0)
set yrange [-0.15000000000000002:0.9500000000000001]
set ytics nomirror ('0,0' 0.0 0, '0,2' 0.2 0, '0,4' 0.4 0, '0,6' 0.6 0, '0,8' 0.8 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 3 font 'DejaVu Sans,15' textcolor rgb '#e8eaed'
plot '-' using 1:2 with boxes linecolor '#F58A45' fillstyle solid noborder title 'un', '-' using 1:2 with boxes linecolor '#90CDA2' fillstyle solid noborder title 'deux', '-' using 1:2 with points linecolor '#668FE2' pointtype 7 pointsize 0.5249999999999999 title 'points'
0.8 0.9
1.8 -0.1
e
1.2 0.8
2.2 0.2
e
1.0 0.5
2.0 0.6
e
