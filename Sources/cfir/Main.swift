import CFIRInterchange
@main struct Main { static func main() { try? print(StudyReader.read(CommandLine.arguments[1], options: .init([.tally, .ratings])).findings) } }
