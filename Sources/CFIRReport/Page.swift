import CFIRKit
