/// How the report is set: a book face for prose, a plain one for tables and headings, colour only where it helps.
enum ReportStyle {
  /// The style rules.
  ///
  /// - Parameter isWide: Whether the matrix needs paper laid sideways.
  /// - Returns: The rules, to stand after those of every page.
  static func sheet(isWide: Bool) -> String {
    screen
      + (isWide
        ? print.replacing(
          "/* wide */", with: "@page sideways { size: landscape; } figure.heat { page: sideways; }") : print)
  }

  private static let screen = """
    body { font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, "Liberation Serif", serif; font-size: 17px; line-height: 1.55; }
    h1, h2, h3, h4, h5, table, nav, figure.drawn, .kind, .tag, .key, .names, .facts, .ground, .swatch, .card, blockquote footer, summary, .note, .back {
      font-family: "Source Sans 3", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
    main { max-width: 64rem; }
    p, main > section > ul, .references { max-width: 42rem; }
    a { text-underline-offset: .15em; text-decoration-thickness: 1px; }
    .title { margin: 1rem 0 1.5rem; }
    .title h1 { font-size: 2.1rem; line-height: 1.15; margin: .2rem 0 1rem; max-width: 44rem; }
    .kind { color: var(--soft); margin: 0; }
    .confidential { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--rule); padding: .6rem 0; }
    .framework { color: var(--soft); font-size: .9rem; }
    nav ol { columns: 2; column-gap: 3rem; max-width: 46rem; padding-left: 1.4rem; margin: 0 0 2rem; }
    nav li { break-inside: avoid; margin: 0 0 .3rem; }
    h2 { font-size: 1.55rem; margin: 3.5rem 0 .8rem; padding-top: .8rem; border-top: 2px solid var(--ink); }
    h3 { font-size: 1.15rem; margin: 2.2rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1.8rem 0 .6rem; }
    h5 { font-size: 1rem; line-height: 1.35; margin: 0 0 .15rem; }
    .tag { font-weight: 400; font-size: .9rem; color: var(--soft); white-space: nowrap; }
    .no { color: var(--soft); font-weight: 400; font-size: .85em; white-space: nowrap; }
    .findings li { margin: 0 0 .5rem; }
    figure table { font-size: .85rem; line-height: 1.4; min-width: min(100%, 20rem); }
    .depth1 { padding-left: 1.6rem; font-weight: 400; }
    .depth2 { padding-left: 2.7rem; font-weight: 400; }
    th.number, td.number { white-space: nowrap; }
    thead th { font-weight: 600; }
    .beside { display: grid; grid-template-columns: minmax(0, 42rem) minmax(15rem, 1fr); gap: 0 3rem; align-items: start; }
    .beside figure { margin: 1rem 0; }
    .numbers table { width: 100%; }
    thead td { border-bottom: 2px solid var(--ink); }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.4rem 2rem; }
    .cards.one { display: block; max-width: 42rem; }
    .card { font-size: .85rem; line-height: 1.4; border-top: 1px solid var(--ink); }
    .card h3 { margin: .5rem 0 .4rem; font-size: 1rem; }
    .card dl { display: grid; grid-template-columns: minmax(6.5rem, 34%) 1fr; gap: .15rem .8rem; margin: 0; }
    .card dt { color: var(--soft); }
    .card dd { margin: 0; }
    .heat table { border-collapse: separate; border-spacing: 0; }
    .heat tbody th[scope=row] { min-width: 11rem; max-width: 20rem; font-weight: 400; }
    .heat td, .heat tbody th[scope=row] { vertical-align: middle; }
    .heat td.rating { padding: 0; min-width: 3.9rem; line-height: 1.15; white-space: normal; }
    .heat td.rating a { display: inline-block; padding: .42rem .2rem; min-width: 2.2rem; color: inherit; text-decoration: none; }
    .heat td.rating a:hover, .heat td.rating a:focus { text-decoration: underline; }
    .heat td.missing, .heat td.unresolved, .heat td.blank { font-size: .7rem; padding-left: .15rem; padding-right: .15rem; }
    .heat th.site, .heat th.groupname { text-align: center; }
    .heat th.groupname { border-bottom: 1px solid var(--rule); }
    .heat th.groupname small { font-weight: 400; color: var(--soft); }
    .heat td.border { border-left: 3px solid var(--ink); }
    .heat td.verdict, .heat td.strong { white-space: nowrap; }
    .heat td.verdict.strong a { font-weight: 700; }
    .heat abbr { text-decoration: none; }
    .heat td.rating sup { margin-left: -.4rem; }
    sup { font-size: .7em; line-height: 0; }
    .key, .names { list-style: none; padding: 0; margin: .6rem 0; display: flex; flex-wrap: wrap; gap: .35rem 1.2rem; font-size: .85rem; }
    .names { color: var(--soft); gap: .2rem 1.4rem; }
    .swatch { display: inline-block; min-width: 2.2rem; padding: .05rem .35rem; text-align: center; font-size: .85rem; font-weight: 600; line-height: 1.35; border-radius: 2px; }
    .swatch.missing, .swatch.blank, .swatch.unresolved { font-weight: 400; }
    .swatch.missing, .swatch.blank { outline: 1px solid var(--rule); outline-offset: -1px; }
    .comparison td:last-child { min-width: 12rem; }
    .pair { display: flex; flex-wrap: wrap; gap: 0 3rem; align-items: start; }
    .pair figure { margin: 1rem 0; }
    .caution { border-left: 3px solid var(--ink); padding-left: 1rem; }
    .account { margin: 0 0 1.5rem; }
    .account .verdict { font-weight: 600; }
    .account.brief { margin: 0 0 .8rem; }
    .account.brief p { margin: 0; max-width: 44rem; }
    .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 2.5rem; }
    .side h4 { margin: .4rem 0 .4rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
    .reasons { list-style: none; padding: 0; margin: 0 0 1rem; }
    .reasons li { margin: 0 0 .35rem; }
    blockquote { margin: .8rem 0; padding: 0 0 0 .9rem; }
    blockquote footer { font-size: .8rem; line-height: 1.4; margin-top: .2rem; }
    .id { overflow-wrap: anywhere; }
    .cleared { border: 1px solid currentColor; border-radius: 2px; padding: 0 .25rem; white-space: nowrap; }
    .memo > h3 { font-size: 1.4rem; margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--ink); }
    .memo > h4 { text-transform: none; color: var(--soft); border-bottom: 1px solid var(--rule); padding-bottom: .2rem; }
    .facts, .ground { font-size: .85rem; color: var(--soft); line-height: 1.45; }
    .ground { margin: 0 0 .3rem; }
    .entry { margin: 0 0 1.6rem; }
    .entry > p { margin-top: 0; margin-bottom: .35rem; }
    .entry:target > h5, blockquote:target { background: #fff3c4; }
    .suggestion { font-style: italic; }
    details { margin: .5rem 0; }
    summary { cursor: pointer; font-size: .85rem; color: var(--link); padding: .25rem 0; width: fit-content; }
    summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    code { font-size: .85em; overflow-wrap: anywhere; }
    .remarks li { margin-bottom: .4rem; overflow-wrap: anywhere; }
    @media (max-width: 60rem) { .beside { display: block; } }
    @media (max-width: 40rem) {
      body { font-size: 16px; }
      .title h1 { font-size: 1.6rem; }
      nav ol { columns: 1; }
      .tag { display: block; white-space: normal; }
      .heat tbody th[scope=row] { min-width: 8.5rem; }
      .heat td.rating { min-width: 2.9rem; }
    }

    """

  private static let print = """
    @media print {
      @page { margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); font: 9pt "Liberation Sans", Arial, sans-serif; color: #4a5565; } }
      /* wide */
      body { font-size: 10pt; line-height: 1.4; }
      h2 { font-size: 15pt; margin-top: 10mm; }
      h3 { font-size: 11.5pt; } h4, h5 { font-size: 10pt; }
      .title h1 { font-size: 20pt; }
      p, main > section > ul, .references { max-width: none; orphans: 3; widows: 3; }
      figure table { font-size: 8pt; line-height: 1.3; }
      th, td { padding: .18rem .35rem; }
      .beside { display: block; }
      .pair { gap: 0 8mm; }
      .pair figure { break-inside: avoid; }
      .numbers table { width: auto; min-width: 60mm; }
      .heat table { width: 100%; font-size: 7.5pt; }
      .heat th, .heat td { padding-top: .1rem; padding-bottom: .1rem; }
      .heat th.group { padding-top: .2rem; }
      .heat .key, .heat .names, .heat .note { font-size: 7.5pt; gap: .1rem .8rem; margin: .25rem 0 0; }
      .heat .swatch { font-size: 7.5pt; }
      .heat td.rating { min-width: 2.5rem; }
      .heat td.missing, .heat td.unresolved, .heat td.blank { font-size: 6.5pt; }
      .heat td.rating a { padding: .12rem .05rem; min-width: 0; }
      .heat tbody th[scope=row] { min-width: 0; max-width: none; }
      blockquote { font-size: 9pt; line-height: 1.35; margin: .45rem 0; }
      blockquote footer { font-size: 7.5pt; margin-top: 0; }
      .entry { margin-bottom: 3.5mm; }
      .comparison td:last-child { min-width: 0; }
      .note, .key, .names, .facts, .ground, summary { font-size: 8.5pt; }
      .sides { grid-template-columns: 1fr 1fr; gap: 0 8mm; }
      .cards { grid-template-columns: 1fr 1fr 1fr; gap: 4mm 6mm; }
      .card { break-inside: avoid; font-size: 8pt; line-height: 1.3; }
      .card dl { grid-template-columns: 20mm 1fr; }
      .card h3 { font-size: 9pt; }
      .memo { break-before: page; }
      .memo > h3 { margin-top: 0; border-top: none; padding-top: 0; }
      #matrix, #configurations { break-before: page; }
      #matrix > h2, #configurations > h2 { margin-top: 0; }
      h4, h5, .ground, .tag { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
      .back { display: none; }
      summary { color: var(--soft); list-style: none; }
      summary::after { content: " \\2013  see the page on screen or excerpts.csv"; }
      summary::-webkit-details-marker { display: none; }
    }

    """
}
