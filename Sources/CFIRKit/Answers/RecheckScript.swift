/// Python that works the figures of an analysis out anew: by their definitions, from the calibrated cases alone, with the standard library alone.
enum RecheckScript {
  /// Of `cfir.qca/1`. Definitions: Ragin, *Redesigning Social Inquiry*, 2008; PRI and RoN: Schneider & Wagemann, *Set-Theoretic Methods for
  /// the Social Sciences*, 2012.
  static let configurations =
    head
      + #"""
      names = {factor["factor"] for factor in analysis["calibration"]}
      fuzzy = {name for name in names if all(0 <= case[name] <= 1 for case in cases)}


      def member(literal, case):
          """How far a case is a member of DEV, ~DEV or DEV{2}."""
          absent, name, value = re.fullmatch(r"(~?)(.*?)(?:\{(\d+)\})?", literal).groups()
          if value is None:
              return 1 - case[name] if absent else case[name]
          if name in fuzzy and value in "01":
              inside = case[name] if value == "1" else 1 - case[name]
          else:
              inside = float(case[name] == int(value))
          return 1 - inside if absent else inside


      def term(text, case):
          return 1 if text == "1" else min(member(literal, case) for literal in text.split("*"))


      def union(terms):
          return [max((term(text, case) for text in terms), default=0) for case in cases]


      y = [member(analysis["outcome"], case) for case in cases]
      for row in analysis["truthTable"]:
          if row["n"]:
              corner = "*".join(f"{name}{{{value}}}" for name, value in row["configuration"].items())
              x = union([corner])
              check(f"row {row['row']}, inclusion", row["inclusion"], consistency(x, y))
              check(f"row {row['row']}, PRI", row["pri"], pri(x, y))
      for row in analysis["necessity"]:
          alternatives = row["term"].split(" + ") if " + " in row["term"] else row["term"].split("+")
          x = union(alternatives)
          check(f"{row['term']}, necessity", row["inclusion"], coverage(x, y))
          check(f"{row['term']}, RoN", row["ron"], relevance(x, y))
          check(f"{row['term']}, coverage as necessary", row["coverage"], consistency(x, y))
      for solution in analysis["solutions"]:
          for model in solution["models"]:
              paths = [path["term"] for path in model["paths"]]
              where = f"{solution['kind']} {model['formula']}"
              check(f"{where}, inclusion", model["inclusion"], consistency(union(paths), y))
              check(f"{where}, PRI", model["pri"], pri(union(paths), y))
              check(f"{where}, coverage", model["coverage"], coverage(union(paths), y))
              for path in model["paths"]:
                  x, others = union([path["term"]]), [other for other in paths if other != path["term"]]
                  where = f"{solution['kind']} {path['term']}"
                  check(f"{where}, inclusion", path["inclusion"], consistency(x, y))
                  check(f"{where}, PRI", path["pri"], pri(x, y))
                  check(f"{where}, coverage", path["coverage"], coverage(x, y))
                  if path["uniqueCoverage"] is not None:
                      unique = coverage(union(paths), y) - coverage(union(others), y)
                      check(f"{where}, unique coverage", path["uniqueCoverage"], unique)
      """# + tail

  /// Of `cfir.cna/1`. Definitions: Baumgartner & Ambühl, Political Science Research and Methods 2020;8:526–542.
  static let coincidence =
    head
      + #"""
      cases = [{name.upper(): value for name, value in case.items()} for case in cases]


      def member(literal, case):
          """How far a case is a member of U, u (its absence) or C=2."""
          name, equals, value = literal.partition("=")
          if equals:
              return float(case[name] == int(value))
          return case[name] if name in case else 1 - case[name.upper()]


      def formula(text):
          """What stands left and right of an arrow, as memberships."""
          left, right = re.split("<?->", text)
          paths = [[literal for literal in path.split("*")] for path in left.split("+")]
          x = [max(min(member(literal, case) for literal in path) for path in paths) for case in cases]
          return x, [member(right, case) for case in cases]


      models = analysis["msc"] + analysis["asf"] + analysis["csf"]
      models += analysis.get("robustness", {}).get("models", [])
      for model in models:
          text = model["condition"]
          parts = text[1:-1].split(")*(") if text.startswith("(") else [text]
          pairs = [formula(part) for part in parts]
          check(f"{text}, consistency", model["consistency"], min(consistency(x, y) for x, y in pairs))
          check(f"{text}, coverage", model["coverage"], min(coverage(x, y) for x, y in pairs))
      """# + tail

  private static let head = #"""
    """Works the figures of analysis.json out anew, by their definitions, from calibrated.csv. Run: python3 recheck.py"""
    import csv
    import json
    import pathlib
    import re
    import sys

    folder = pathlib.Path(__file__).resolve().parent
    analysis = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))
    with open(folder / "calibrated.csv", encoding="utf-8", newline="") as file:
        cases = [
            {name: float(cell) for name, cell in row.items() if name != "case"}
            for row in csv.DictReader(file)
        ]
    checked, wrong = 0, 0


    def share(part, whole):
        return part / whole if whole else None


    def consistency(x, y):
        """How far x lies in y."""
        return share(sum(map(min, x, y)), sum(x))


    def coverage(x, y):
        """How much of y lies in x."""
        return share(sum(map(min, x, y)), sum(y))


    def pri(x, y):
        """How far x lies in y and not in its absence as well."""
        both = sum(min(a, b, 1 - b) for a, b in zip(x, y))
        return share(sum(map(min, x, y)) - both, sum(x) - both)


    def relevance(x, y):
        """How far x is no matter of course where y is."""
        return share(sum(1 - a for a in x), sum(1 - min(a, b) for a, b in zip(x, y)))


    def check(what, said, found):
        global checked, wrong
        checked += 1
        if said is not None and found is not None and abs(said - found) < 1e-9:
            return
        if (said or 0) == 0 and (found or 0) == 0:
            return
        wrong += 1
        print(f"{what}: {said} is said, {found} is found")


    """#

  private static let tail = #"""


    print(f"{checked} figures checked, {wrong} differ")
    sys.exit(1 if wrong else 0)

    """#
}
