extension String {
  /// Line breaks as LF: exports of one program differ by the machine they were made on.
  var withLineFeeds: String { contains("\r\n") ? replacing("\r\n", with: "\n") : self }

  /// The text of some code points.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

extension Int {
  /// At least so many digits, with zeros in front.
  func digits(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
