import ArgumentParser
import CFIRKit

struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Show or export a framework or codebook; crosswalk 2009 ↔ 2022.",
    subcommands: [ShowCommand.self, CrosswalkCommand.self], defaultSubcommand: ShowCommand.self)

  struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show or export cfir-2022, cfir-2009 or peer-support, or one construct of it.")

    @Argument(help: "cfir-2022 (the default), cfir-2009, peer-support, or a construct of cfir-2022.")
    var name: String?

    @Argument(help: "A domain or construct, to show only that.")
    var construct: String?

    @OptionGroup var output: OutputArguments

    func run() throws {
      var findings = Findings()
      var (codebook, title, below) = (Codebook(.cfir2022), Framework.cfir2022.title, construct)
      if let name {
        if let edition = Framework.Edition(rawValue: name) {
          codebook = Codebook(Framework(edition))
          title = codebook.framework.title
        } else if let shipped = ShippedCodebook(rawValue: name) {
          codebook.adapt(
            try CodebookTable.read(text: shipped.text, file: name, noting: &findings), noting: &findings)
          title = "\(codebook.framework.title), adapted: \(name)"
        } else {
          below = [name, construct].compactMap { $0 }.joined(separator: " > ")
        }
      }
      try output.write { () throws(UnknownName) in try codebook.answer(title: title, below: below) }
    }
  }

  struct CrosswalkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "crosswalk",
      abstract: "What became of a construct of 2009, and where one of 2022 comes from.")

    @Argument(help: "A construct of either edition; all where none is named.")
    var construct: String?

    @OptionGroup var output: OutputArguments

    func run() throws {
      try output.write { () throws(UnknownName) in try Crosswalk.shipped.answer(of: construct) }
    }
  }
}
