/// What two programs in Python, written apart from each other and from CFIRKit, made of two published tables.
///
/// Splits were walked through one by one. Columns: construct, the authors' label, direction, gap, diff, verdicts (strong, weak,
/// none, insufficient) by separation, separation-positive, valence, mean-difference and mean-difference-2.5, splits at
/// least as far apart of all splits; `-` where there is none.
enum PublishedVerdicts {
  /// Damschroder & Lowery, Implementation Science 2013;8:51, table 3.
  static let damschroderLowery2013 = """
    Intervention Source | - | - | - | - | I I I I I | -
    Evidence Strength and Quality | - | high | 0 | 2.0 | N N N S W | 4/6
    Relative Advantage | ** | high | 1 | 2.5 | W S W S S | 2/6
    Adaptability | - | high | 0 | 2 | N N N S W | 6/6
    Trialability | - | high | 0 | 0.5 | N N N N N | 6/6
    Complexity (reverse rated) | - | high | 0 | 2 | N N N S W | 3/3
    Design Quality and Packaging | - | high | -1 | 1 | N N N W W | 6/6
    Cost | - | high | 0 | 0 | N N N N N | 6/6
    Patient Needs and Resources | ** | high | 2 | 3 | S S W S S | 2/6
    Cosmopolitanism | - | high | 0 | 0 | N N N N N | 6/6
    Peer Pressure | - | high | 0 | 0 | N N N N N | 6/6
    External Policy and Incentives | * | high | 1 | 2.0 | W W W S W | 2/6
    Structural Characteristics | - | - | - | - | I I I I I | -
    Networks and Communications | ** | high | 4 | 4 | S S S S S | 2/6
    Culture | - | - | - | - | I I I I I | -
    Tension for change | ** | high | 1 | 1 | W S W W W | 2/6
    Compatibility | - | high | 0 | 2.0 | N N N S W | 4/6
    Relative priority | ** | high | 2 | 3.0 | S S S S S | 2/6
    Organizational Incentives and Rewards | - | high | 0 | 1.0 | N N N W W | 4/6
    Goals and Feedback | ** | high | 2 | 3.0 | S S S S S | 2/6
    Learning climate | ** | high | 2 | 2.5 | S S S S S | 1/3
    Leadership Engagement | ** | high | 3 | 3.5 | S S S S S | 2/6
    Available resources | * | high | 1 | 2 | W W W S W | 2/6
    Access to knowledge and information | - | high | 0 | 1 | N N N W W | 3/3
    Planning | ** | high | 2 | 2 | S S S S W | 1/3
    Opinion Leaders | - | - | - | - | I I I I I | -
    Formally Appointed Internal Implementation Leaders | - | high | 0 | 1.5 | N N N W W | 6/6
    Overall Championing | - | high | -1 | 1.0 | N N N W W | 6/6
    Physician Champion | - | high | -1 | 1.5 | N N N W W | 6/6
    Other Champions | - | - | - | - | I I I I I | -
    External Change Agents | - | high | 0 | 0 | N N N N N | 6/6
    Executing | - | - | - | - | I I I I I | -
    """

  /// Hudson, Lawton & Hugh-Jones, BMC Health Services Research 2020;20:133, table 3.
  static let hudson2020 = """
    Intervention Source | - | - | - | - | I I I I I | -
    Evidence Strength and Quality | - | high | -1 | 0.16666666666666674 | N N N N N | 10/10
    Relative Advantage | - | low | 0 | 0.5 | N N N N N | 3/3
    Adaptability | - | low | -1 | 0.16666666666666674 | N N N N N | 10/10
    Trialability | - | high | 0 | 0 | N N N N N | 10/10
    Complexity (reverse rated) | a | high | 1 | 1.6666666666666667 | W W W W W | 2/10
    Design Quality and Packaging | - | high | 0 | 0.5 | N N N N N | 4/10
    Cost | - | high | 0 | 0 | N N N N N | 6/6
    Personal Impact (added by the authors) | - | high | 0 | 0.5 | N N N N N | 4/10
    Patient Needs and Resources | - | high | 0 | 0.33333333333333326 | N N N N N | 10/10
    Cosmopolitanism | - | - | - | - | I I I I I | -
    Peer Pressure | - | - | - | - | I I I I I | -
    External Policy and Incentives | - | high | 0 | 0 | N N N N N | 10/10
    Structural Characteristics | a | high | -1 | 1.1666666666666665 | N N N W W | 7/10
    Networks and Communications | b | high | 2 | 3.333333333333333 | S W W S S | 2/10
    Culture | - | - | - | - | I I I I I | -
    Tension for change | - | high | 0 | 0 | N N N N N | 3/3
    Compatibility | a | high | 2 | 2.333333333333333 | S S S S W | 1/10
    Relative priority | b | high | 3 | 3.666666666666667 | S S S S S | 1/10
    Organizational Incentives and Rewards | - | - | - | - | I I I I I | -
    Goals and Feedback | - | high | 0 | 0 | N N N N N | 10/10
    Learning climate | a | high | 0 | 1.5 | N N N W W | 3/10
    Leadership Engagement | b | high | 4 | 4 | S S S S S | 1/10
    Available resources | - | low | -1 | 0.16666666666666674 | N N N N N | 10/10
    Access to knowledge and information | - | high | 0 | 0.3333333333333333 | N N N N N | 10/10
    Knowledge and beliefs about the intervention | b | high | 3 | 3.5 | S S S S S | 1/10
    Self-efficacy | - | - | - | - | I I I I I | -
    Individual Stage of Change | - | high | -1 | 0.16666666666666663 | N N N N N | 10/10
    """
}
