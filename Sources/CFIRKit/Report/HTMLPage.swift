/// A whole page that needs nothing beside itself.
public struct HTMLPage: Sendable {
  private let title: String
  private let style: String
  private let body: [HTML]

  /// A page.
  ///
  /// - Parameters:
  ///   - title: Its title.
  ///   - style: Style rules beside ``HTMLPage/style``.
  ///   - body: What stands in its main part.
  public init(title: String, style: String = "", body: [HTML]) {
    self.title = title
    self.style = style
    self.body = body
  }

  /// The page's text.
  public var text: String {
    let head = HTML(
      "head", [:], HTML("meta", ["charset": "utf-8"]),
      HTML("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML("title", [:], .text(title)), HTML("style", [:], .text(Self.style + style)))
    let page = HTML(
      "html", ["lang": "en"], head,
      HTML(
        "body", [:], HTML("a", ["class": "skip", "href": "#main"], "Skip to the content"),
        HTML("main", ["id": "main"], body)))
    return "<!DOCTYPE html>\n" + page.markup
  }

  /// Shades of blue for what helps and of orange for what hinders, each told apart by its text as well; all with a contrast of at
  /// least 4.5 to 1.
  public static let style = """
    :root { color-scheme: light; --ink: #1b2430; --soft: #4a5565; --rule: #c5ccd6; --paper: #ffffff; --wash: #f3f5f8; --link: #0b4f8a; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.5 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1, h2, h3, h4 { line-height: 1.2; text-wrap: balance; }
    a { color: var(--link); }
    .skip { position: absolute; left: -9999px; }
    .skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
    figure { margin: 1rem 0 2rem; }
    .scroll { overflow-x: auto; }
    .scroll:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
    th, td { padding: .3rem .55rem; border-bottom: 1px solid var(--rule); vertical-align: top; text-align: left; }
    thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
    th.group { background: var(--wash); text-align: left; padding-top: .6rem; }
    th[scope=row] { font-weight: 500; }
    .number { text-align: right; }
    .note { margin: .4rem 0 0; color: var(--soft); font-size: .9rem; max-width: 60rem; }
    blockquote { margin: .75rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--rule); max-width: 46rem; }
    blockquote p { margin: 0; }
    blockquote footer { color: var(--soft); font-size: .875rem; }
    td.rating { text-align: center; white-space: nowrap; border: 1px solid var(--paper); }
    .strongPositive { background: #0b4f8a; color: #ffffff; font-weight: 700; }
    .positive { background: #b9d6ef; color: #10263b; }
    .neutral { background: #eef0f3; color: #1b2430; }
    .mixed { background: repeating-linear-gradient(135deg, #dfe6ee 0 5px, #f8e3cf 5px 10px); color: #1b2430; }
    .negative { background: #f6c99b; color: #3b2206; }
    .strongNegative { background: #a34a00; color: #ffffff; font-weight: 700; }
    .missing, .blank { background: repeating-linear-gradient(45deg, #ffffff 0 6px, #e9ecf0 6px 7px); color: #4a5565; font-size: .8rem; }
    .unresolved { background: #ffffff; color: #1b2430; outline: 1px dashed #4a5565; outline-offset: -2px; font-size: .8rem; }
    @media print {
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .skip { display: none; }
      .scroll { overflow: visible; }
      thead { display: table-header-group; }
      tr, blockquote { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
