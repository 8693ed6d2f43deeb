set encoding utf8
set terminal pngcairo size 1600,1000 font 'DejaVu Sans,26' noenhanced background '#ffffff'
set title 'it''s `touch back` $(touch dollar) "q" @macro %d 100 % _a^b{c} & <b>]]>   [31m system(''touch newline…' font 'DejaVu Sans:Bold,16' textcolor rgb '#000000'
set xlabel 'it''s `touch back` $(touch dollar) "q" @macro %d 100 % _a^b{c} & <b>]]>   [31m system(''touch newline'') ''.system(''touch…' font 'DejaVu Sans,14' textcolor rgb '#000000'
set ylabel 'it''s `touch back` $(touch dollar) "q" @macro %d 100 % _a^b{c} & <b>…' font 'DejaVu Sans,14' textcolor rgb '#000000'
set border 3 back linecolor '#404040' linewidth 2.4
set tics nomirror out scale 0.6,0.35 font 'DejaVu Sans,26'
set grid ytics back linetype 1 linecolor '#dcdcdc' linewidth 1.6
set lmargin 8.4
set rmargin 4.0
set tmargin 3.2
set bmargin 6.9
set boxwidth 0.8
set xzeroaxis linetype 1 linecolor '#404040' linewidth 2.4
set xrange [0.4:1.6]
set xtics nomirror ('it''s `touch back` $(tou…' 1.0 0)
set yrange [0.0:3.15]
set ytics nomirror ('0,0' 0.0 0, '0,5' 0.5 0, '1,0' 1.0 0, '1,5' 1.5 0, '2,0' 2.0 0, '2,5' 2.5 0, '3,0' 3.0 0)
set key bmargin center horizontal Left reverse samplen 3 spacing 1.15 maxcols 1 font 'DejaVu Sans,26' textcolor rgb '#000000'
plot '-' using 1:2 with boxes linecolor '#DC5A03' fillstyle solid noborder title 'it''s `touch back` $(touch dollar) "q" @macro %d 100 % _a^b{…', '-' using 1:2 with linespoints linecolor '#0060B4' linewidth 3.5 pointtype 7 pointsize 1.0 title 'it''s `touch back` $(touch dollar) "q" @macro %d 100 % _a^b{…'
1.0 3.0
e
1.0 1.0
2.0 2.0
e
