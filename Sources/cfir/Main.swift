import ArgumentParser

@main
struct CFIR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cfir",
    abstract: "Coded excerpts in, a defensible comparison of organizations out.",
    discussion: """
      A STUDY is a study folder, its study.yaml, or one table of coded excerpts or ratings.
      Results go to standard output, messages to standard error. Exit status: 0 done, 1 the input has errors or the job \
      failed, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self, CheckCommand.self, CodebookCommand.self, GuideCommand.self, TallyCommand.self,
      MemoCommand.self, RateCommand.self, MatrixCommand.self, AgreementCommand.self, SummaryCommand.self,
      CompareCommand.self, QCACommand.self, CNACommand.self, SurveyCommand.self, StrategiesCommand.self,
      ReportCommand.self, ConvertCommand.self,
    ])
}
