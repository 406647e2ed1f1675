import CFIRKit

/// A part of the page.
protocol ReportSection {
  /// Where links arrive.
  var id: String { get }
  /// Its heading.
  var title: String { get }
  /// What stands below the heading.
  var body: [HTML] { get }
}

/// The report as one page that needs nothing beside itself.
struct ReportPage {
  let facts: Facts

  /// The page's text.
  var text: String {
    let counts = Counts(facts)
    let isSurveyAlone = facts.isSurveyAlone
    let all: [(any ReportSection)?] = [
      BriefSection(facts: facts, counts: counts), OrganizationSection(facts: facts),
      isSurveyAlone ? nil : MatrixSection(facts: facts), AgreementSection(facts: facts),
      isSurveyAlone ? nil : ComparisonSection(facts: facts),
      isSurveyAlone ? nil : InfluenceSection(facts: facts),
      isSurveyAlone ? nil : CrossCaseSection(facts: facts),
      facts.survey.map { SurveySection(facts: facts, survey: $0) },
      facts.joint.map { JointSection(facts: facts, display: $0) },
      isSurveyAlone ? nil : MemoSection(facts: facts), MethodsSection(facts: facts, counts: counts),
      GapSection(facts: facts),
    ]
    let sections = all.compactMap { $0 }
    let body =
      [header, navigation(sections)]
      + sections.map { section in
        let attributes = [
          (name: "id", value: section.id), (name: "aria-labelledby", value: section.id + "-title"),
        ]
        return HTML.element(
          "section", attributes: attributes,
          content: [HTML("h2", ["id": section.id + "-title"], .text(section.title))] + section.body)
      }
    let style = ReportStyle.sheet(isWide: facts.organizations.count > 10) + Figure.style
    return HTMLPage(title: facts.study.title, style: style, body: body).text
  }

  private var header: HTML {
    let framework = facts.study.codebook.framework
    return HTML(
      "header", ["class": "title"],
      HTML("p", ["class": "kind"], "CFIR assessment · report to the study team"),
      HTML("h1", [:], .text(facts.study.title)),
      HTML(
        "p", ["class": "confidential"], HTML("strong", [:], "For the study team."),
        .text(" " + confidentiality)),
      HTML("p", ["class": "framework"], .text("Framework: \(framework.title). \(framework.citation)")))
  }

  private var confidentiality: String {
    guard facts.hasWords else {
      return "Organizations are named as in the study’s own files. The study holds no quotations."
    }
    return
      "Participants are named by id and role only. The quotations have not been cleared for publication, "
      + "except those marked “cleared for publication”."
  }

  private func navigation(_ sections: [any ReportSection]) -> HTML {
    HTML(
      "nav", ["aria-label": "Contents"],
      HTML(
        "ol", [:],
        sections.map { section in
          var content: [HTML] = [.link(section.id, section.title)]
          if section.id == "memos" && facts.hasMemos && !facts.isSingleCase {
            content.append(HTML("span", ["class": "within"], .text(": ")))
            for (place, organization) in facts.organizations.enumerated() {
              if place > 0 { content.append(", ") }
              content.append(.link(facts.anchors.memo(organization.id), facts.names.short(organization.id)))
            }
          }
          return HTML("li", [:], content)
        }))
  }
}
