/*
 * Simple case folding of Unicode 13 (the statuses C and S of CaseFolding.txt), in base 36. Each entry is a run of
 * characters that fold by one distance: how far its first is behind the last of the run before; twice the number of its
 * characters, and one more when every other character is left out (nothing for a run of one); the distance (nothing for
 * 1).
 */
export const foldingTable =
  '1t,1g,w 2j,,lj b,1a,w 2,e,w y,1d 4,7 3,h 3,1b 2,,-3d 1,7 2,,-7g 2,,5u 1,5 2,,5q 1 2,4,5p 1 3,,27 1,,5m ' +
  '1,,5n 1 2,,5p 1,,5r 2,,5v 1,,5t 1 4,,5v 1,,5x 2,,5y 1,7 2,,62 1 2,,62 3 2,,62 1 2,4,61 1,5 2,,63 1 4 ' +
  '8,,2 1 2,,2 1 2,,2 1,j 3,j 3,,2 1,5 2,,-2p 1,,-1k 1,15 2,,-3m 2,j 8,,8bv 1 2,,-4j 1,,8bs 3 2,,-5f 1,,1x ' +
  '1,,1z 1,b 6v,,38 17,5 4 9,,38 7,,12 2,6,11 2,,1s 2,4,1r 2,y,w 2,i,w n d,,8 1,,-u 1,,-p 4,,-f 1,,-m 2,p ' +
  '2,,-1i 1,,-1c 3,,-1o 1,,-1s 2 2,,-7 1 3,6,-3m 1,w,28 1,1s,w 1d,z a,1j 2,,f 1,f 3,2p 3,24,1c 28a,24,5ls ' +
  '2,,5ls 6,,5ls mj,c,-8 1oj,,-4su 1,,-4st 1,,-4sk 1,4,-4si 1,,-4sj 1,,-4sc 1,,-4ro 1,,r7n 8,2e,-2bk ' +
  '3,6,-2bk 8x,47 7,,-1m 3,,-5vj 2,2p a,g,-8 9,c,-8 b,g,-8 9,g,-8 9,c,-8 c,9,-8 9,g,-8 p,g,-8 9,g,-8 9,g,-8 ' +
  '9,4,-8 1,4,-22 1,,-9 2,,-5j9 a,8,-2e 1,,-9 c,4,-8 1,4,-2s d,4,-8 1,4,-34 1,,-7 c,4,-3k 1,4,-3i 1,,-9 ' +
  '8a,,-5st 4,,-6gv 1,,-6di 7,,s 1a,w,g k mr,1g,q 1f5,2m,1c 1e 2,,-8af 1,,-2xy 1,,-89z 3,7 2,,-8bg 1,,-8al ' +
  '1,,-8bj 1,,-8bi 2 3 9,4,-8cf 1,2t 9,5 5 nym,1b k,t 3s,f 4,1r b,5 2,,-r9g 1,b 5 2,,-wmg 3,5 4,l 2,,-wn8 ' +
  '1,,-wnj 1,,-wnf 1,,-wn5 1,,-wn8 2,,-wlu 1,,-wmi 1,,-wlx 1,,ps 1,d 4 2,,-1c 1,,-wn7 1,,-raw 1,5 18 ' +
  'or,4g,-tzk ggy,1g,w xy,28,14 3t,20,14 1il,2u,1s 2cu,1s,w gw1,1s,w o81,1w,y'
