/** Two- and three-letter country codes. @source ISO 3166-1 */
export const alpha3: ReadonlyMap<string, string> = new Map(
  `AF AFG AX ALA AL ALB DZ DZA AS ASM AD AND AO AGO AI AIA AQ ATA AG ATG AR ARG AM ARM AW ABW AU AUS AT AUT AZ AZE BS BHS BH BHR
   BD BGD BB BRB BY BLR BE BEL BZ BLZ BJ BEN BM BMU BT BTN BO BOL BQ BES BA BIH BW BWA BV BVT BR BRA IO IOT BN BRN BG BGR BF BFA
   BI BDI CV CPV KH KHM CM CMR CA CAN KY CYM CF CAF TD TCD CL CHL CN CHN CX CXR CC CCK CO COL KM COM CG COG CD COD CK COK CR CRI
   CI CIV HR HRV CU CUB CW CUW CY CYP CZ CZE DK DNK DJ DJI DM DMA DO DOM EC ECU EG EGY SV SLV GQ GNQ ER ERI EE EST SZ SWZ ET ETH
   FK FLK FO FRO FJ FJI FI FIN FR FRA GF GUF PF PYF TF ATF GA GAB GM GMB GE GEO DE DEU GH GHA GI GIB GR GRC GL GRL GD GRD GP GLP
   GU GUM GT GTM GG GGY GN GIN GW GNB GY GUY HT HTI HM HMD VA VAT HN HND HK HKG HU HUN IS ISL IN IND ID IDN IR IRN IQ IRQ IE IRL
   IM IMN IL ISR IT ITA JM JAM JP JPN JE JEY JO JOR KZ KAZ KE KEN KI KIR KP PRK KR KOR KW KWT KG KGZ LA LAO LV LVA LB LBN LS LSO
   LR LBR LY LBY LI LIE LT LTU LU LUX MO MAC MG MDG MW MWI MY MYS MV MDV ML MLI MT MLT MH MHL MQ MTQ MR MRT MU MUS YT MYT MX MEX
   FM FSM MD MDA MC MCO MN MNG ME MNE MS MSR MA MAR MZ MOZ MM MMR NA NAM NR NRU NP NPL NL NLD NC NCL NZ NZL NI NIC NE NER NG NGA
   NU NIU NF NFK MK MKD MP MNP NO NOR OM OMN PK PAK PW PLW PS PSE PA PAN PG PNG PY PRY PE PER PH PHL PN PCN PL POL PT PRT PR PRI
   QA QAT RE REU RO ROU RU RUS RW RWA BL BLM SH SHN KN KNA LC LCA MF MAF PM SPM VC VCT WS WSM SM SMR ST STP SA SAU SN SEN RS SRB
   SC SYC SL SLE SG SGP SX SXM SK SVK SI SVN SB SLB SO SOM ZA ZAF GS SGS SS SSD ES ESP LK LKA SD SDN SR SUR SJ SJM SE SWE CH CHE
   SY SYR TW TWN TJ TJK TZ TZA TH THA TL TLS TG TGO TK TKL TO TON TT TTO TN TUN TR TUR TM TKM TC TCA TV TUV UG UGA UA UKR AE ARE
   GB GBR UM UMI US USA UY URY UZ UZB VU VUT VE VEN VN VNM VG VGB VI VIR WF WLF EH ESH YE YEM ZM ZMB ZW ZWE`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, code, index) => {
      if (index % 2 === 0) pairs.push([code, ""]);
      else pairs[pairs.length - 1] = [pairs.at(-1)?.[0] ?? "", code];
      return pairs;
    }, []),
);

/** Of the user-assigned codes: what offices write, and ISO has no code for. @source ICAO Doc 9303-3, section 5; Unicode CLDR (XK) */
export const beyondIso: readonly (readonly [code: string, three: string, name: string, hindi: string])[] = [
  ["XK", "XKX", "Kosovo", "कोसोवो"],
  ["XXA", "XXA", "Stateless", "राज्यविहीन"],
];

/** Names that CLDR does not hold. */
export const languageNames: Readonly<Record<string, readonly [name: string, hindi: string]>> = {
  hne: ["Chhattisgarhi", "छत्तीसगढ़ी"],
  bfy: ["Bagheli", "बघेली"],
  unr: ["Mundari", "मुंडारी"],
  grt: ["Garo", "गारो"],
  trp: ["Kokborok", "कॉकबोरोक"],
  lep: ["Lepcha", "लेपचा"],
  tcy: ["Tulu", "तुलू"],
  hoc: ["Ho", "हो"],
  ksw: ["S'gaw Karen", "स्गॉ करेन"],
};

/** Languages that case workers meet, by BCP 47 tag and ISO 639-2 (terminological) code. */
export const languageTags: readonly (readonly [tag: string, three: string])[] =
  `hi hin bn ben te tel mr mar ta tam ur urd gu guj kn kan ml mal or ori pa pan as asm mai mai sat sat ks kas ne nep sd snd doi doi
   kok kok mni mni brx brx sa san bho bho mag mag awa awa raj raj hne hne bgc bgc mwr mwr bfy bfy gon gon kru kru unr unr hoc hoc
   kha kha lus lus grt grt trp trp lep lep tcy tcy en eng fr fra es spa pt por ar ara fa fas ps pus prs prs si sin my mya th tha
   lo lao km khm vi vie id ind ms msa tl tgl ceb ceb ilo ilo zh zho yue yue ja jpn ko kor mn mon bo bod dz dzo ru rus uk ukr be bel
   pl pol cs ces sk slk sl slv hr hrv sr srp bs bos mk mkd sq sqi bg bul ro ron hu hun el ell tr tur az aze hy hye ka kat kk kaz
   ky kir uz uzb tg tgk tk tuk ku kur he heb de deu nl nld it ita sv swe no nor da dan fi fin et est lv lav lt lit is isl ga gle
   mt mlt sw swa am amh om orm ti tir so som ha hau yo yor ig ibo ff ful wo wol bm bam ak aka tw twi ee ewe ln lin kg kon rw kin
   rn run lg lug ny nya sn sna nd nde zu zul xh xho st sot tn tsn ts tso ve ven ss ssw af afr mg mlg rom rom ht hat qu que gn grn
   ay aym ug uig tt tat shn shn kac kac ksw ksw rhg rhg tet tet`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, code, index) => {
      if (index % 2 === 0) pairs.push([code, ""]);
      else pairs[pairs.length - 1] = [pairs.at(-1)?.[0] ?? "", code];
      return pairs;
    }, []);
