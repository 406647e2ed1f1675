// Written by scripts/embed-codebooks from the CSV files beside it: correct those, then run `make codebooks`.

/// Implementation strategies as CSV text.
public enum StrategyText {
  /// The text of `strategies/eric.csv`.
  public static let eric = #"""
    number,id,name,cluster,peer-support
    1,access-new-funding,Access new funding,Utilize financial strategies,"Look for grants, contracts or donors that can pay for peers."
    2,alter-incentive-allowance-structures,Alter incentive/allowance structures,Utilize financial strategies,Change who gains what: reward those who send people to peers and work with them.
    3,alter-patient-consumer-fees,Alter patient/consumer fees,Utilize financial strategies,"Make it cost participants less, or nothing, to work with a peer."
    4,assess-for-readiness-and-identify-barriers-and-facilitators,Assess for readiness and identify barriers and facilitators,Use evaluative and iterative strategies,"Ask leaders, peers and staff what helps and what is in the way before you start or grow."
    5,audit-and-provide-feedback,Audit and provide feedback,Use evaluative and iterative strategies,"Look at numbers on the peer program together, and tell those who can change them."
    6,build-a-coalition,Build a coalition,Develop stakeholder interrelationships,Bring agencies with the same aim together behind peer support.
    7,capture-and-share-local-knowledge,Capture and share local knowledge,Develop stakeholder interrelationships,"Collect what has worked here and at other sites, and pass it on."
    8,centralize-technical-assistance,Centralize technical assistance,Provide interactive assistance,Give all sites one place to turn to with questions on peer support.
    9,change-accreditation-or-membership-requirements,Change accreditation or membership requirements,Change infrastructure,Work for accreditation or membership rules that call for peer support.
    10,change-liability-laws,Change liability laws,Change infrastructure,Work for laws that protect organizations and peers who do this work in good faith.
    11,change-physical-structure-and-equipment,Change physical structure and equipment,Change infrastructure,"Change rooms and equipment: a private place to talk, a phone, a desk."
    12,change-record-systems,Change record systems,Change infrastructure,Change the record system so that peer contacts can be written down and found.
    13,change-service-sites,Change service sites,Change infrastructure,"Bring peers to other places: courts, jails, hospitals, shelters."
    14,conduct-cyclical-small-tests-of-change,Conduct cyclical small tests of change,Use evaluative and iterative strategies,"Try a change with one peer and a few people, look, adjust, and try again."
    15,conduct-educational-meetings,Conduct educational meetings,Train and educate stakeholders,Hold meetings in which staff learn what peers do.
    16,conduct-educational-outreach-visits,Conduct educational outreach visits,Train and educate stakeholders,Send somebody to teams and agencies to explain peer support where they work.
    17,conduct-local-consensus-discussions,Conduct local consensus discussions,Develop stakeholder interrelationships,Talk with all concerned on whether the problem matters and whether peers are the answer.
    18,conduct-local-needs-assessment,Conduct local needs assessment,Use evaluative and iterative strategies,Ask participants and staff what they need.
    19,conduct-ongoing-training,Conduct ongoing training,Train and educate stakeholders,"Train peers and supervisors again and again, not once."
    20,create-a-learning-collaborative,Create a learning collaborative,Train and educate stakeholders,Join with other programs to learn from each other.
    21,create-new-clinical-teams,Create new clinical teams,Support clinicians,Build a team in which peers and clinicians share the work.
    22,create-or-change-credentialing-and-or-licensure-standards,Create or change credentialing and/or licensure standards,Change infrastructure,Work for a certification that people with lived experience can get.
    23,develop-a-formal-implementation-blueprint,Develop a formal implementation blueprint,Use evaluative and iterative strategies,"Write a plan: aims, steps, dates, names, measures."
    24,develop-academic-partnerships,Develop academic partnerships,Develop stakeholder interrelationships,Work with a university on training and on finding out what helps.
    25,develop-an-implementation-glossary,Develop an implementation glossary,Develop stakeholder interrelationships,"Agree on words: peer, recovery, boundary, caseload."
    26,develop-and-implement-tools-for-quality-monitoring,Develop and implement tools for quality monitoring,Use evaluative and iterative strategies,Choose and try out measures of how well peer support is done.
    27,develop-and-organize-quality-monitoring-systems,Develop and organize quality monitoring systems,Use evaluative and iterative strategies,Build routines that collect these measures all the time.
    28,develop-disincentives,Develop disincentives,Utilize financial strategies,"Make it cost something not to take part, such as losing a preference in contracts."
    29,develop-educational-materials,Develop educational materials,Train and educate stakeholders,Write handbooks and leaflets on peer work.
    30,develop-resource-sharing-agreements,Develop resource sharing agreements,Support clinicians,"Share vehicles, rooms or trainers with other agencies by agreement."
    31,distribute-educational-materials,Distribute educational materials,Train and educate stakeholders,"Hand out written and online materials on peer support."
    32,facilitate-relay-of-clinical-data-to-providers,Facilitate relay of clinical data to providers,Support clinicians,"Give peers timely word on the people they support, with consent."
    33,facilitation,Facilitation,Provide interactive assistance,Have somebody at hand who helps the team solve its problems without telling it what to do.
    34,fund-and-contract-for-the-clinical-innovation,Fund and contract for the clinical innovation,Utilize financial strategies,Have those who pay ask for peer support in their contracts.
    35,identify-and-prepare-champions,Identify and prepare champions,Develop stakeholder interrelationships,Find and prepare people who will stand up for peer support.
    36,identify-early-adopters,Identify early adopters,Develop stakeholder interrelationships,"Find the units that are keen, begin there, and let others see."
    37,increase-demand,Increase demand,Engage consumers,Let people know about peer support so that they ask for it.
    38,inform-local-opinion-leaders,Inform local opinion leaders,Develop stakeholder interrelationships,Win over those whose word counts with colleagues.
    39,intervene-with-patients-consumers-to-enhance-uptake-and-adherence,Intervene with patients/consumers to enhance uptake and adherence,Engage consumers,Help participants to start with a peer and to stay.
    40,involve-executive-boards,Involve executive boards,Develop stakeholder interrelationships,"Bring the board in: report to it, ask for its support."
    41,involve-patients-consumers-and-family-members,Involve patients/consumers and family members,Engage consumers,Let participants and families help to plan and run the program.
    42,make-billing-easier,Make billing easier,Utilize financial strategies,Make it easier to bill for peer support.
    43,make-training-dynamic,Make training dynamic,Train and educate stakeholders,"Train with practice, role play and stories instead of lectures."
    44,mandate-change,Mandate change,Change infrastructure,Have leaders say clearly that peer support will be done.
    45,model-and-simulate-change,Model and simulate change,Develop stakeholder interrelationships,Play through what a change would do before making it.
    46,obtain-and-use-patients-consumers-and-family-feedback,Obtain and use patients/consumers and family feedback,Use evaluative and iterative strategies,"Ask participants and families how it is going, and use what they say."
    47,obtain-formal-commitments,Obtain formal commitments,Develop stakeholder interrelationships,Get partners to promise in writing what each will do.
    48,organize-clinician-implementation-team-meetings,Organize clinician implementation team meetings,Develop stakeholder interrelationships,Give the team time to meet and think about how it is going.
    49,place-innovation-on-fee-for-service-lists-formularies,Place innovation on fee for service lists/formularies,Utilize financial strategies,Get peer support onto the list of services that are paid for.
    50,prepare-patients-consumers-to-be-active-participants,Prepare patients/consumers to be active participants,Engage consumers,Prepare participants to say what they want from a peer.
    51,promote-adaptability,Promote adaptability,Adapt and tailor to context,"Say which parts of peer support may change, and which must stay."
    52,promote-network-weaving,Promote network weaving,Develop stakeholder interrelationships,Build ties between people and agencies that share participants.
    53,provide-clinical-supervision,Provide clinical supervision,Provide interactive assistance,"Give peers supervision by somebody who understands peer work, and train those who supervise."
    54,provide-local-technical-assistance,Provide local technical assistance,Provide interactive assistance,Have somebody on site who helps with how-to questions.
    55,provide-ongoing-consultation,Provide ongoing consultation,Train and educate stakeholders,Keep an expert on call for the team.
    56,purposely-reexamine-the-implementation,Purposely reexamine the implementation,Use evaluative and iterative strategies,"Set times at which you look at how it goes, and adjust."
    57,recruit-designate-and-train-for-leadership,"Recruit, designate, and train for leadership",Develop stakeholder interrelationships,"Find, name and train those who will lead the program."
    58,remind-clinicians,Remind clinicians,Support clinicians,Remind staff to offer a peer at the right moment.
    59,revise-professional-roles,Revise professional roles,Support clinicians,Change job descriptions so that peers and staff know who does what.
    60,shadow-other-experts,Shadow other experts,Train and educate stakeholders,Let new peers go along with experienced ones.
    61,stage-implementation-scale-up,Stage implementation scale up,Use evaluative and iterative strategies,"Start small, and grow in steps."
    62,start-a-dissemination-organization,Start a dissemination organization,Change infrastructure,Start or find an organization whose task is to spread peer support.
    63,tailor-strategies,Tailor strategies,Adapt and tailor to context,Choose what you do by what is in the way here.
    64,use-advisory-boards-and-workgroups,Use advisory boards and workgroups,Develop stakeholder interrelationships,Set up an advisory group that people with lived experience sit on.
    65,use-an-implementation-advisor,Use an implementation advisor,Develop stakeholder interrelationships,Take advice from somebody who has done this before.
    66,use-capitated-payments,Use capitated payments,Utilize financial strategies,"Pay a fixed sum for each person, so that contacts need not be counted."
    67,use-data-experts,Use data experts,Adapt and tailor to context,Let somebody who knows data help with yours.
    68,use-data-warehousing-techniques,Use data warehousing techniques,Adapt and tailor to context,Put data from several systems together.
    69,use-mass-media,Use mass media,Engage consumers,"Use newspapers, radio and social media to tell about peer support."
    70,use-other-payment-schemes,Use other payment schemes,Utilize financial strategies,Try other ways of paying.
    71,use-train-the-trainer-strategies,Use train-the-trainer strategies,Train and educate stakeholders,Train some peers to train others.
    72,visit-other-sites,Visit other sites,Develop stakeholder interrelationships,Visit a program that does this well.
    73,work-with-educational-institutions,Work with educational institutions,Train and educate stakeholders,Work with colleges so that courses count for certification.
    """#

  /// The text of `strategies/endorsements.csv`.
  public static let endorsements = #"""
    construct,strategy,percent,level,source
    c09-reflecting-and-evaluating,26,60,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,5,56,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,27,40,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,32,36,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,46,28,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,48,28,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,56,28,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,67,28,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,7,24,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,33,20,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,12,16,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,19,16,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,23,16,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,54,16,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,4,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,14,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,63,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,65,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,68,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,71,12,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,6,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,17,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,20,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,35,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,38,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,40,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,50,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,55,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,57,8,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,15,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,16,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,18,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,24,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,28,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,39,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,41,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,49,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,53,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-reflecting-and-evaluating,59,4,,doi:10.1186/s13012-019-0892-4 table 1
    c09-adaptability,51,73,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,51,40,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,51,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,51,45,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,51,11,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,63,35,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,63,27,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,63,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,63,38,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,63,11,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,35,23,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,35,30,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,35,5,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,35,21,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,35,30,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,17,31,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,17,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,17,29,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,17,41,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,17,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,7,35,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,7,27,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,7,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,7,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,7,19,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,45,19,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,45,27,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,45,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,45,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,45,33,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,36,27,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,36,20,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,36,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,36,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,36,19,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,48,8,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,48,20,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,48,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,48,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,48,11,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,6,15,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,6,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,6,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,6,21,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,6,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,72,19,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,72,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,72,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,72,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,72,15,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,64,4,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,64,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,64,29,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,64,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,64,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,65,8,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,65,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,65,5,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,65,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,65,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,38,15,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,38,13,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,38,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,38,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,38,4,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,41,8,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,41,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,41,71,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,41,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,41,4,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,50,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,50,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,50,48,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,50,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,50,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,39,8,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,39,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,39,24,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,39,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,39,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,33,27,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,33,20,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,33,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,33,24,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,33,22,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,54,4,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,54,17,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,54,5,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,54,14,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,54,22,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,53,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,53,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,53,5,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,53,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,53,11,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,8,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,8,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,8,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,8,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,8,11,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,32,4,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,32,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,32,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,32,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,32,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-adaptability,21,0,,doi:10.1186/s43058-023-00500-9 table 3
    c09-complexity,21,3,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,21,10,,doi:10.1186/s43058-023-00500-9 table 3
    c09-compatibility,21,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-self-efficacy,21,7,,doi:10.1186/s43058-023-00500-9 table 3
    c09-patient-needs-and-resources,17,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,17,,2,doi:10.1186/s43058-022-00380-5
    c09-relative-priority,17,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,17,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,17,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,17,,2,doi:10.1186/s43058-022-00380-5
    c09-patient-needs-and-resources,18,,1,doi:10.1186/s43058-022-00380-5
    c09-relative-priority,18,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,18,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,18,,2,doi:10.1186/s43058-022-00380-5
    c09-patient-needs-and-resources,4,,2,doi:10.1186/s43058-022-00380-5
    c09-relative-priority,4,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,4,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,4,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,35,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,35,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,35,,2,doi:10.1186/s43058-022-00380-5
    c09-relative-priority,2,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,2,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,2,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,6,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,6,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,7,,2,doi:10.1186/s43058-022-00380-5
    c09-available-resources,7,,2,doi:10.1186/s43058-022-00380-5
    c09-goals-and-feedback,23,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,23,,2,doi:10.1186/s43058-022-00380-5
    c09-goals-and-feedback,32,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,32,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,33,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,33,,2,doi:10.1186/s43058-022-00380-5
    c09-relative-priority,37,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,37,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,38,,2,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,38,,2,doi:10.1186/s43058-022-00380-5
    c09-patient-needs-and-resources,41,,1,doi:10.1186/s43058-022-00380-5
    c09-tension-for-change,41,,2,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,48,,1,doi:10.1186/s43058-022-00380-5
    c09-goals-and-feedback,48,,2,doi:10.1186/s43058-022-00380-5
    c09-goals-and-feedback,5,,1,doi:10.1186/s43058-022-00380-5
    c09-patient-needs-and-resources,46,,1,doi:10.1186/s43058-022-00380-5
    c09-networks-and-communications,52,,1,doi:10.1186/s43058-022-00380-5
    c09-available-resources,1,,1,doi:10.1186/s43058-022-00380-5
    c09-patient-needs-and-resources,50,,2,doi:10.1186/s43058-022-00380-5
    c09-compatibility,51,,2,doi:10.1186/s43058-022-00380-5
    c09-available-resources,11,,2,doi:10.1186/s43058-022-00380-5
    c09-leadership-engagement,40,,2,doi:10.1186/s43058-022-00380-5
    c09-evidence-strength-and-quality,35,,1 or 2,PMC11446052 table 4
    c09-relative-advantage,35,,1 or 2,PMC11446052 table 4
    c09-adaptability,35,,1 or 2,PMC11446052 table 4
    c09-complexity,35,,1 or 2,PMC11446052 table 4
    c09-structural-characteristics,35,,1 or 2,PMC11446052 table 4
    c09-compatibility,35,,1 or 2,PMC11446052 table 4
    c09-knowledge-and-beliefs,35,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,35,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,35,,1 or 2,PMC11446052 table 4
    c09g-innovation-participants,35,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,6,,1 or 2,PMC11446052 table 4
    c09-structural-characteristics,6,,1 or 2,PMC11446052 table 4
    c09-compatibility,6,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,6,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,6,,1 or 2,PMC11446052 table 4
    c09-evidence-strength-and-quality,17,,1 or 2,PMC11446052 table 4
    c09-relative-advantage,17,,1 or 2,PMC11446052 table 4
    c09-adaptability,17,,1 or 2,PMC11446052 table 4
    c09-patient-needs-and-resources,17,,1 or 2,PMC11446052 table 4
    c09-compatibility,17,,1 or 2,PMC11446052 table 4
    c09-relative-priority,17,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,17,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,17,,1 or 2,PMC11446052 table 4
    c09-evidence-strength-and-quality,38,,1 or 2,PMC11446052 table 4
    c09-relative-advantage,38,,1 or 2,PMC11446052 table 4
    c09-knowledge-and-beliefs,38,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,38,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,38,,1 or 2,PMC11446052 table 4
    c09-evidence-strength-and-quality,7,,1 or 2,PMC11446052 table 4
    c09-adaptability,7,,1 or 2,PMC11446052 table 4
    c09-complexity,7,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,7,,1 or 2,PMC11446052 table 4
    c09-structural-characteristics,7,,1 or 2,PMC11446052 table 4
    c09-available-resources,7,,1 or 2,PMC11446052 table 4
    c09-knowledge-and-beliefs,7,,1 or 2,PMC11446052 table 4
    c09-evidence-strength-and-quality,36,,1 or 2,PMC11446052 table 4
    c09-adaptability,36,,1 or 2,PMC11446052 table 4
    c09-complexity,36,,1 or 2,PMC11446052 table 4
    c09-structural-characteristics,36,,1 or 2,PMC11446052 table 4
    c09-knowledge-and-beliefs,36,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,36,,1 or 2,PMC11446052 table 4
    c09-patient-needs-and-resources,64,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,64,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,64,,1 or 2,PMC11446052 table 4
    c09g-innovation-participants,64,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,52,,1 or 2,PMC11446052 table 4
    c09-structural-characteristics,52,,1 or 2,PMC11446052 table 4
    c09-relative-advantage,72,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,72,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,40,,1 or 2,PMC11446052 table 4
    c09g-key-stakeholders,40,,1 or 2,PMC11446052 table 4
    c09-evidence-strength-and-quality,24,,1 or 2,PMC11446052 table 4
    c09-cosmopolitanism,24,,1 or 2,PMC11446052 table 4
    c09-opinion-leaders,57,,1 or 2,PMC11446052 table 4
    c09-complexity,45,,1 or 2,PMC11446052 table 4
    c09-complexity,48,,1 or 2,PMC11446052 table 4
    c09-reflecting-and-evaluating,68,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-available-resources,11,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-reflecting-and-evaluating,12,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-reflecting-and-evaluating,67,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-networks-and-communications,52,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-reflecting-and-evaluating,32,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-compatibility,63,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-champions,35,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-adaptability,51,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-self-efficacy,55,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-access-to-knowledge-and-information,31,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-executing,56,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-adaptability,7,,named,doi:10.1186/s13012-023-01307-x table 2
    c09-access-to-knowledge-and-information,15,,named,doi:10.1186/s13012-023-01307-x table 2
    """#
}
