/** A public text that a control was taken from. */
export interface Source {
  readonly key: string;
  readonly title: string;
  /** Where it was read; empty when the text has no public address. */
  readonly urls: readonly string[];
}

/** Every source of the control catalog. */
export const sourceTable = [
  {
    key: 'D331',
    title: 'Nghị định 331/2026/NĐ-CP, full text (copy)',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/26f1f9549b72e55692a4a5f500debe6a4a852524/sources/van-ban-goc/toan-van/nd-331-2026-nd-cp-bao-ve-anm-httt.txt',
    ],
  },
  {
    key: 'TT12',
    title: 'Thông tư 12/2022/TT-BTTTT, Công báo 705+706 text (copy)',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/1f1568041db3a9735a624667510b4b6b0503707d/sources/van-ban-goc/toan-van/tt-12-2022-tt-btttt-chi-tiet-nd-85-2016.txt',
    ],
  },
  {
    key: 'D163',
    title: 'Nghị định 163/2024/NĐ-CP, full text (copy)',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/26f1f9549b72e55692a4a5f500debe6a4a852524/sources/van-ban-goc/toan-van/nd-163-2024-nd-cp-chi-tiet-luat-vien-thong.txt',
    ],
  },
  {
    key: 'MX',
    title: 'Matrix of TCVN 14423:2026 by level (unofficial paraphrase, checked by its author 24/09/2026)',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do/ma-tran-yeu-cau-theo-cap-do.md',
    ],
  },
  {
    key: 'CK2',
    title: 'Checklist of level 2, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/tree/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do',
    ],
  },
  {
    key: 'CK3',
    title: 'Checklist of level 3, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/tree/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do',
    ],
  },
  {
    key: 'CK4',
    title: 'Checklist of level 4, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/tree/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do',
    ],
  },
  {
    key: 'CK5',
    title: 'Checklist of level 5, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/tree/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do',
    ],
  },
  {
    key: 'AXA',
    title: 'Annex A (server-room physical security) summary, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/647e891dba91629ede93ef6e64e80b5380d29e24/docs/03-yeu-cau-theo-cap-do/an-ninh-vat-ly-phu-luc-a.md',
    ],
  },
  {
    key: 'LL',
    title: 'English legal landscape and deadlines page, same guide',
    urls: ['https://github.com/ldphuong-vn/vn-cyber-compliance/tree/HEAD/en'],
  },
  {
    key: 'LOC',
    title: 'Data-localization analysis, same guide (25-29/09/2026)',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/2687a354d3fc10b2ac1ec9a7ca5d3185f6ea3dad/docs/05-nghia-vu-lien-quan/luu-tru-du-lieu-tai-viet-nam-website-saas.md',
    ],
  },
  {
    key: 'UPD',
    title: 'October 2026 update note, same guide',
    urls: [
      'https://github.com/ldphuong-vn/vn-cyber-compliance/blob/4e0a7a4cb62b4816c66d8085ca42fd9738a15cec/docs/00-tong-quan/cap-nhat-dinh-ky/2026-10.md',
    ],
  },
  {
    key: 'AG',
    title: 'Allen & Gledhill on Law 116/2025',
    urls: [
      'https://www.allenandgledhill.com/perspectives/articles/32082/vnkh-vietnam-s-new-cybersecurity-law-to-come-into-effect-1-july-2026',
    ],
  },
  {
    key: 'BTH',
    title: 'Báo Thanh Hóa on Law 116/2025',
    urls: ['https://baothanhhoa.vn/quoc-hoi-thong-qua-luat-an-ninh-mang-va-cac-luat-ve-an-ninh-quoc-phong-271344.htm'],
  },
  {
    key: 'MHM',
    title: 'Mori Hamada on Decree 165 / Decision 20',
    urls: ['https://www.morihamada.com/en/insights/newsletters/121451'],
  },
  {
    key: 'DPA',
    title: 'Digital Policy Alert on Decree 165',
    urls: [
      'https://digitalpolicyalert.org/event/31588-government-decree-no-1652025nd-cp-detailing-a-number-of-articles-and-measures-to-implement-the-data-law-no-602024qh15-including-data-transfer-regulation-entered-into-force',
    ],
  },
  {
    key: 'NDC165',
    title: 'National Data Center infrastructure in Decree 165',
    urls: ['https://www.vietnam.vn/en/bo-cong-an-chu-tri-trien-khai-xay-dung-trung-tam-du-lieu-quoc-gia'],
  },
  {
    key: 'D194',
    title: 'Decree 194/2025, Art. 40',
    urls: [
      'https://hethongphapluat.com/nghi-dinh-194-2025-nd-cp-huong-dan-luat-giao-dich-dien-tu-ve-co-so-du-lieu-quoc-gia-ket-noi-va-chia-se-du-lieu-du-lieu-mo-phuc-vu-giao-dich-dien-tu-cua-co-quan-nha-nuoc/dieu-40',
    ],
  },
  {
    key: 'D194b',
    title: 'Decree 194/2025, Art. 20 (press)',
    urls: [
      'https://dientuungdung.vn/chinh-phu-quy-dinh-xay-dung-he-thong-trung-gian-ket-noi-du-lieu-co-quan-nha-nuoc-10225.html',
    ],
  },
  {
    key: 'D194c',
    title: 'Decree 194/2025, Ch. 3 Art. 16',
    urls: [
      'https://hethongphapluat.com/nghi-dinh-194-2025-nd-cp-huong-dan-luat-giao-dich-dien-tu-ve-co-so-du-lieu-quoc-gia-ket-noi-va-chia-se-du-lieu-du-lieu-mo-phuc-vu-giao-dich-dien-tu-cua-co-quan-nha-nuoc/chuong-3',
    ],
  },
  {
    key: 'D278',
    title: 'Decree 278/2025',
    urls: [
      'https://www.vietnam.vn/en/quy-dinh-moi-ve-ket-noi-chia-se-du-lieu-bat-buoc-giua-cac-co-quan-nha-nuoc',
      'https://luatgpt.vn/legal-document/278-2025-nd-cp-decree-no-278-2025-nd-cp-on-mandatory-data-connection-and-sharing',
    ],
  },
  {
    key: 'DTL',
    title: 'Law on Digital Transformation',
    urls: [
      'https://vir.com.vn/legal-framework-completed-for-national-digital-transformation-142708.html',
      'https://news.laodong.vn/thoi-su/dam-bao-cho-nguoi-dan-de-dang-tiep-can-va-truy-cap-dich-vu-cong-truc-tuyen-1655159.ldo',
    ],
  },
  {
    key: '1132',
    title: 'Decision 1132/QĐ-TTg (Ministry of Justice page)',
    urls: ['https://moj.gov.vn/en/Pages/Activities-of-public-administrative-and-justice-reform.aspx?ItemID=3432'],
  },
  {
    key: '36',
    title: 'Decision 36/QĐ-TTg 2024',
    urls: [
      'https://techsciresearch.com/news/18855-information-and-communications-projects-in-vietnam-in-data-center-industry.html',
    ],
  },
  {
    key: '1121',
    title: 'Decision 1121/QĐ-TTg 2025 (cloud)',
    urls: [
      'https://vneconomy.vn/action-program-on-development-and-transition-to-cloud-computing-platforms-approved.htm',
    ],
  },
  {
    key: '175',
    title: 'Resolution 175/NQ-CP',
    urls: [
      'https://dulieuphapluat.vn/van-ban/cong-nghe-thong-tin-van-ban/resolution-no-175nq-cp-dated-october-30-2023-on-approving-national-data-center-project-1181298.html',
      'https://www.itnews.asia/news/vietnam-approves-plan-for-national-data-centre-project-601903',
    ],
  },
  {
    key: 'NDC1',
    title: 'NDC No. 1 opening, Aug 2025',
    urls: ['https://vir.com.vn/vietnam-inaugurates-national-data-centre-134704.html'],
  },
  {
    key: '2224',
    title: 'Decision 2224/QĐ-TTg 2025',
    urls: [
      'https://www.vietnam.vn/en/dua-cong-trinh-trung-tam-du-lieu-quoc-gia-so-1-vao-danh-muc-cong-trinh-quan-trong-lien-quan-den-an-ninh-quoc-gia',
    ],
  },
  {
    key: '2629EN',
    title: 'Decision 2629 infrastructure part (English press)',
    urls: [
      'https://www.vietnam.vn/en/hinh-thanh-toi-thieu-03-cum-trung-tam-du-lieu-quoc-gia-tang-toc-phat-trien-ha-tang-so-va-nhan-luc-so-phuc-vu-chinh-phu-so',
    ],
  },
  {
    key: 'DCTT',
    title: 'Draft DC-standards circular (Dec 2025)',
    urls: ['https://dientuungdung.vn/viet-nam-du-kien-siet-chat-quy-chuan-trung-tam-du-lieu-12312.html'],
  },
  {
    key: 'TT23',
    title: 'Thông tư 23/2022/TT-BTTTT (DC standards)',
    urls: [
      'https://xaydungchinhsach.chinhphu.vn/quy-dinh-moi-ve-tieu-chuan-ky-thuat-voi-trung-tam-du-lieu-119221212183849834.htm',
    ],
  },
  {
    key: 'TEL',
    title: 'Decree 163/2024 overview',
    urls: [
      'https://insightplus.bakermckenzie.com/bm/technology-media-telecommunications_1/vietnam-new-telecom-decree-clarifies-rules-on-data-center-cloud-computing-and-ott-communications-services',
    ],
  },
  {
    key: 'PDP8',
    title: 'Decision 768/QĐ-TTg + Decree 57/2025',
    urls: [
      'https://www.nortonrosefulbright.com/en/knowledge/publications/b7fae014/decree-57-2025-key-features-and-impact-on-direct-power-purchase-agreements-in-vietnam',
    ],
  },
  {
    key: 'D33',
    title: 'Decision 33/2025/QĐ-TTg',
    urls: [
      'https://www.vietnamplus.vn/quy-dinh-moi-cua-mang-truyen-so-lieu-chuyen-dung-cho-co-quan-dang-nha-nuoc-post1061990.vnp',
      'https://www.vietnam.vn/en/nang-cap-mang-truyen-so-lieu-chuyen-dung-tao-nen-tang-ket-noi-thong-nhat-cho-chinh-phu-so',
    ],
  },
  {
    key: '1562',
    title: 'Decision 1562/QĐ-TTg',
    urls: ['https://thongtin.vietnam.vn/en/bao-dam-lien-thong-dong-bo-trong-hoat-dong-chuyen-doi-so'],
  },
  {
    key: 'TT19',
    title: 'Circular 19/2023/TT-BTTTT (IP, routing)',
    urls: [
      'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/ip-address-and-routing-specialized-data-transmission-network-serving-party-and-state-agencies-in-vietnam-134052.html',
    ],
  },
  {
    key: 'D23',
    title: 'Decree 23/2025, Art. 1',
    urls: [
      'https://english.luatvietnam.vn/thue/decree-23-2025-nd-cp-defining-e-signatures-and-trust-services-390758-d1.html',
    ],
  },
  {
    key: 'D68',
    title: 'Decree of 25 June 2024 on public-duty signatures',
    urls: ['https://nif.mof.gov.vn/webcenter/portal/btcen/pages_r/l/newsdetails?dDocName=MOFUCM319825'],
  },
  {
    key: 'PSP',
    title: 'Single public-service portal',
    urls: ['https://ketoananpha.vn/dong-cong-dvc-cap-tinh-va-cap-bo.html'],
  },
  {
    key: '176',
    title: 'Resolution 176/2025/QH15',
    urls: [
      'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/new-features-in-the-structure-of-the-government-of-vietnam-from-march-1-2025-176627.html',
    ],
  },
  {
    key: 'ADM',
    title: 'Administrative-unit dataset, July 2026 build',
    urls: ['https://github.com/thanglequoc/vietnamese-provinces-database'],
  },
  {
    key: 'KH02',
    title: 'Plan 02-KH/BCĐTW',
    urls: [
      'https://www.vietnam.vn/en/trien-khai-ke-hoach-so-02-kh-bcdtw-ngay-19-6-2025-cua-ban-chi-dao-trung-uong-ve-phat-trien-khoa-hoc-cong-nghe-doi-moi-sang-tao-va-chuyen-doi-so',
    ],
  },
  {
    key: 'D53',
    title: 'Decree 53/2022 summary',
    urls: [
      'https://english.luatvietnam.vn/decree-no-53-2022-nd-cp-dated-august-15-2022-of-the-government-detailing-a-number-of-articles-of-the-law-on-cyber-security-228170-doc1.html',
    ],
  },
  {
    key: 'KB',
    title: 'kube-bench cfg/cis-1.12',
    urls: ['https://github.com/aquasecurity/kube-bench/tree/a73ce378418c71c5861e6963753f50dec3badadf/cfg/cis-1.12'],
  },
  {
    key: 'LSS',
    title: 'Press on Law 117/2025/QH15 (state secrets)',
    urls: ['https://thuonghieucongluan.com.vn/news-tag347911/xa-hoi-c28'],
  },
  {
    key: 'VTN',
    title: 'VTN Partners on the Law on Digital Transformation',
    urls: [
      'https://vtn-partners.com/news/law-on-digital-transformation-2025-legal-framework-for-comprehensive-and-synchronized-digital-transformation.html',
    ],
  },
  {
    key: 'D169',
    title: 'Decree 169/2025 on data products and services (press)',
    urls: ['https://thuvienphapluat.vn/bulletin/document.aspx?bid=0b7da1e1-e61b-4a52-9b53-ca8b35c920d3'],
  },
  {
    key: 'TSL8',
    title: 'Services on the dedicated network under the former Decision 8/2023',
    urls: [
      'https://lawnet.vn/ngan-hang-phap-luat/en/tu-van-phap-luat/cong-nghe-thong-tin/what-services-are-provided-on-the-dedicated-data-transfer-network-in-vietnam-from-june-1-2023-391677',
    ],
  },
  {
    key: 'T11930',
    title: 'TCVN 11930:2017 (catalogue page)',
    urls: [
      'https://thuvienphapluat.vn/TCVN/Dien-dien-tu/TCVN-11930-2017-Cong-nghe-thong-tin-Yeu-cau-co-ban-an-toan-he-thong-thong-tin-916781.aspx',
    ],
  },
  { key: 'PROG', title: 'Program documents: press texts on Decision 2629/QĐ-TTg and Plan 02-KH/BCĐTW', urls: [] },
  { key: 'NONE', title: 'No source: own knowledge, to be confirmed', urls: [] },
] as const satisfies readonly Source[];

/** Key of a source. */
export type SourceKey = (typeof sourceTable)[number]['key'];

/** The source behind a key. */
export function findSource(key: SourceKey): Source {
  const source = sourceTable.find((one) => one.key === key);
  if (source === undefined) throw new Error(`no source with the key ${key}`);
  return source;
}
