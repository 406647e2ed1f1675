/// What stands between the commas of an option, without what is empty.
func listed(_ text: String) -> [String] {
  text.split(separator: ",").map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
}
