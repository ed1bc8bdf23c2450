/*
 * Unicode groups of Unicode 13, in base 36. Each entry is a range: how far it begins behind the range before, and how
 * far its last character is from its first (nothing for a range of one).
 */
export const groupTables: Readonly<Record<string, string>> = {
  L:
    '1t,p 6,p 1b a 4 5,m 1,u 1,cp 4,b e,4 7 1 3l,4 1,1 2,3 1 6 1,2 1 1,j 1,2a 1,3u 8,4l 1,11 2 6,14 1z,q 4,3 ' +
    '19,16 z,1 1,2q 1 f,1 7,1 a,2 2 g 1,t t,2g b o,w 9,1 4 5,l 4 9 3 n,o 7,a 1h,k 1,h 1o,1h 3 i 7,9 f,f 4,7 ' +
    '2,1 2,l 1,6 1 3,3 3 g d,1 1,2 e,1 a 8,5 4,1 2,l 1,6 1,1 1,1 1,1 v,3 1 j,2 g,8 1,2 1,l 1,6 1,1 1,4 3 i ' +
    'f,1 n b,7 2,1 2,l 1,6 1,1 1,4 3 u,1 1,2 f h 1,5 3,2 1,3 3,1 1 1,1 3,1 3,2 3,b m 1g,7 1,2 1,m 1,f 3 q,2 ' +
    '5,1 u 4,7 1,2 1,m 1,9 1,4 3 w 1,1 f,1 h,8 1,2 1,14 2 g 5,2 8,2 o,5 5,h 3,n 1,8 1 2,6 1m,1b 1,1 c,6 1m,1 ' +
    '1 1,4 1,n 1 1,9 1,1 9 2,4 1 l,3 w 1r,7 1,z r,4 37,16 k g,5 4,3 3 3,1 7,2 4,c c h,11 1 5 2,16 1,98 1,3 ' +
    '2,6 1 1,3 2,14 1,3 2,w 1,3 2,6 1 1,3 2,e 1,1k 1,3 2,1u 11,f g,2d 2,5 3,h7 2,g 1,p 5,22 6,7 7,c 1,3 e,h ' +
    'e,h e,c 1,2 f,1f z 4 1v,2g 7,4 2,x 1 5,1x a,u 1d,t 2,4 b,17 4,p 1i,m 9,1g 2a 2l,1a h,6 1j,t d,1 a,17 q,z ' +
    '15,2 a,z 2,8 7,16 2,2 15,3 1,5 1,1 3 5,5b 1s,7p 2,5 2,11 2,5 2,7 1 1 1 1,u 2,1g 1,6 1 3,2 1,6 3,3 2,5 ' +
    '4,c 5,2 1,6 38 d g,c 2t 4 2,9 1 3,4 6 1 1 1,3 1,a 2,3 5,4 4 1g,1 22j,1a 1,1a 1,3o 6,3 3,1 c,11 1 5 2,1j ' +
    '7 g,m 9,6 1,6 1,6 1,6 1,6 1,6 1,6 1,6 28 d1,1 16,4 5,1 4,2d 6,2 1,2h 1,3 5,16 1,2l h,v 1c,f e8,533 ' +
    '1s,g70 3,wc 1v,19 2,7g 3,f a,1 k,1a g,u 2,1x 1d,8 2,2u 2,1g 2,8 16,c 1,2 1,3 1,m t,1f e,1d 1q,5 3 1,1 ' +
    'b,r a,m p,s 7,1a s g,4 1,9 a,4 1,14 n,2 1,7 k,m 3 3,1d 1 3,1 2,4 2 1 o,2 2,a 7,2 c,5 2,5 2,5 9,6 1,6 ' +
    '1,16 1,d 6,36 t,8mb c,m 4,1c 6is,a5 2,2x 12,6 c,4 5 1,9 1,c 1,4 1 1,1 1,1 1,2z x,a2 i,1r 2,1h 14,b 38,4 ' +
    '1,3q 10,p 6,p b,2g 3,5 2,5 2,5 2,2 z,b 1,p 1,i 1,1 1,e 2,d y,3e at,s 3,1c 1b,v d,j 1,7 6,11 a,t 2,z 4,7 ' +
    '1c,4d i,z 4,z 4,13 8,1f 4c,8m 9,l a,7 48,5 2 1,17 1,1 3 2,m a,m 9,u 1t,i 1,1 a,l a,p 1y,1j 6,1 1s f,3 ' +
    '1,2 1,s 16,s 3,s z,7 1,r r,1h a,l a,i d,h 32,20 1j,1e d,1e d,z 9o,15 6,1 26,s a 8,l 2y,k r,m c,1g 23,18 ' +
    'w,o q,z t 2 8,y 3 c,1b e,3 l 1 z,h 1,o 2c,6 1 1,3 1,e 1,9 7,1a 12,7 2,1 2,l 1,6 1,1 1,4 3 i c,4 4e,1g ' +
    'i,3 k,2 u,1b k,1 1 54,1a 15,3 10,1b k 1n,16 d 1z,q 6d,17 38,1r v,7 2 2,7 1,1 1,n f 1 2m,7 2,12 g 1 s ' +
    'a,13 7 l b,19 j y,1k 7b,8 1,10 h 1d,t 34,6 1,1 1,11 l p,5 1,1 1,v e 93,i 59 27,pl 6e,5f 24c,tq 34h,g6 ' +
    '6nt,fs 7,u 35,t i,1b g,3 v,k 5,i j4,1r 3k,22 5 1u,c 1s,1 1 s,4qf 8,yd 16,8 6wn,7y 1d,2 h,3 8,az 1s4,2y ' +
    '5,c 3,8 7,9 4me,2c 1,1y 1,1 2 2,1 2,3 1,b 1 1,6 1,1s 1,3 2,7 1,6 1,r 1,3 1,4 1 3,6 1,9f 2,o 1,o 1,u 1,o ' +
    '1,u 1,o 1,u 1,o 1,u 1,o 1,7 1tg,18 a,6 g a9,17 104,5g 1n,1v 7 xg,3 1,q 1,1 1 2 1,9 1,3 1 1 6 4 1 1 1,2 ' +
    '1,1 1 2 1 1 1 1 1,1 1 2,3 1,6 1,3 1,3 1 1,9 1,g 5,2 1,4 1,g 3es,wyl y,378 b,65 2,4g1 e,5rk 2e7,f1 ' +
    '15u,3t6',
  Nd:
    '1c,9 17q,9 3q,9 5i,9 bg,9 3a,9 3a,9 3a,9 3a,9 3a,9 3a,9 3a,9 3a,9 3a,9 2o,9 3a,9 1y,9 7q,9 1y,9 1fq,9 ' +
    '12,9 8c,9 3k,9 4m,9 6,9 52,9 2e,9 3q,9 6,9 r7q,9 iu,9 12,9 5i,9 m,9 2e,9 ba,9 geu,9 13a,9 1om,9 mk,9 ' +
    '3k,9 1o,9 40,9 7q,9 9i,9 3a,9 ae,9 2u,9 2u,9 bq,9 2u,9 l2,9 6u,9 1y,9 f5i,9 6e,9 lf8,1d 1ts,9 bq,9 192,9 ' +
    '3o6,9',
  Cyrillic: 'sg,3o 2,4o 4ls,8 4i 24 38n,v nr4,2n ham,1',
  Greek:
    'og,3 1,2 2,3 1 4 1 1,2 1 1,j 1,1q e,f 4yu,4 1e,4 4,4 2c 8w,l 2,5 2,11 2,5 2,7 1 1 1 1,u 2,1g 1,e 1,d 2,5 ' +
    '1,i 2,2 1,8 87 rb2 gyi,26 h 155r,1x',
  Han:
    '96o,p 1,2g c,5x 1b 1 p,8 e,3 qs,533 1s,g70 hkz,a5 2,2x n4m,1 sge,wyl y,378 b,65 2,4g1 e,5rk 2e7,f1 ' + '15u,3t6',
  Hangul: '3cw,73 5ym,1 75,2l 35,u 1t,u nhd,s hv,8mb c,m 4,1c 7tw,u 3,5 2,5 2,5 2,2',
  Hebrew: '13l,1i 8,q 4,5 1cfc,p 1,4 1 1,1 1,1 1,9',
  Hiragana: '9j5,2d 6,2 23q9,7x 1d,2 crx',
  Katakana: '9lt,2h 2,2 6o,f 5s,1a 1,2f 14b2,9 1,18 yua 9v,3',
  Latin:
    '1t,p 6,p 1b f 5,m 1,u 1,cg 13,4 55n,11 6,1c 5,3 5,c 1,1x 1t,73 a9 d g,c 3x,1 6 r h,14 253,v o82,2t 3,1g ' +
    '2,8 16,a mo,16 1,8 1,3 fpy,6 t6,p 6,p',
  Thai: '2rl,1l 5,r',
}

/** The other groups of RE2, whose characters are not known here. */
export const otherGroups =
  'C Cc Cf Co Cs Ll Lm Lo Lt Lu M Mc Me Mn N Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Adlam ' +
  'Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Bhaiksuki ' +
  'Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham ' +
  'Cherokee Chorasmian Common Coptic Cuneiform Cypriot Deseret Devanagari Dives_Akuru Dogra Duployan ' +
  'Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Georgian Glagolitic Gothic Grantha Gujarati Gunjala_Gondi ' +
  'Gurmukhi Hanifi_Rohingya Hanunoo Hatran Imperial_Aramaic Inherited Inscriptional_Pahlavi ' +
  'Inscriptional_Parthian Javanese Kaithi Kannada Kayah_Li Kharoshthi Khitan_Small_Script Khmer Khojki ' +
  'Khudawadi Lao Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic ' +
  'Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive ' +
  'Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nandinagari New_Tai_Lue Newa Nko ' +
  'Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Old_Hungarian Old_Italic Old_North_Arabian Old_Permic ' +
  'Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Oriya Osage Osmanya Pahawh_Hmong Palmyrene ' +
  'Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian ' +
  'Siddham SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Syloti_Nagri Syriac Tagalog Tagbanwa ' +
  'Tai_Le Tai_Tham Tai_Viet Takri Tamil Tangut Telugu Thaana Tibetan Tifinagh Tirhuta Ugaritic Vai Wancho ' +
  'Warang_Citi Yezidi Yi Zanabazar_Square'
