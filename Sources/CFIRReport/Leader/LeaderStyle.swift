/// How the leader's page is set: plain, and on two sheets of A4 or Letter.
enum LeaderStyle {
  static let sheet = """
    main { max-width: 46rem; }
    h1 { font-size: 1.7rem; margin: .1rem 0 .3rem; }
    h2 { font-size: 1.1rem; margin: 1.4rem 0 .3rem; border-top: 2px solid var(--ink); padding-top: .35rem; }
    .kind { margin: 0; color: var(--soft); }
    .who { margin: 0 0 .6rem; }
    ul { padding-left: 1.1rem; margin: .3rem 0; }
    li { margin: 0 0 .25rem; }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2rem; }
    .more, .note { font-size: .85rem; color: var(--soft); }
    figure { margin: .8rem 0; }
    .next caption { display: none; }
    .next table { width: 100%; }
    .next th[scope=row] { width: 46%; }
    @media print {
      @page { margin: 14mm 15mm 13mm; }
      body { font-size: 9.5pt; line-height: 1.35; }
      h1 { font-size: 16pt; }
      h2 { font-size: 11pt; margin: 4mm 0 1mm; padding-top: 1mm; }
      figure { margin: 2mm 0; }
      figure.drawn figcaption { font-size: 9.5pt; margin: 0 0 1mm; }
      .short { margin: 0 0 2mm; }
      .short li, li { margin: 0 0 .6mm; }
      .second { break-before: page; }
      .second > .columns:first-child h2, .second > section:first-child h2 { margin-top: 0; }
      .columns { grid-template-columns: 1fr 1fr; gap: 0 7mm; }
      .next table { font-size: 9pt; }
      th, td { padding: .8mm 1.5mm; }
      section { break-inside: avoid; }
      .more, .note { font-size: 8.5pt; margin: .5mm 0; max-width: none; }
    }

    """
}
