# Seconds of one analysis by R's packages QCA and cna, without their start. usage: configurations.R ANALYSIS FILE.csv [OPTION…]
#   conservative FILE | parsimonious FILE     all models with the fewest paths, packages' defaults
#   cna FILE cs|fs CON COV STEPS [OUTCOME]    STEPS as 3,4,10; all outcomes where none is named
#   reduce FILE cs|fs CON DEPTH               minimally sufficient conditions
given <- commandArgs(trailingOnly = TRUE)
cases <- read.csv(given[2], row.names = 1)
conditions <- setdiff(names(cases), "O")
if (given[1] %in% c("conservative", "parsimonious")) {
  suppressMessages(library(QCA))
  seconds <- system.time({
    table <- truthTable(cases, outcome = "O", conditions = conditions, incl.cut = 0.8)
    minimize(table, include = if (given[1] == "parsimonious") "?" else "")
  })
} else {
  suppressMessages(library(cna))
  seconds <- system.time(if (given[1] == "reduce") {
    depth <- as.numeric(given[5])
    found <- cna(cases, type = given[3], outcome = "O", con = as.numeric(given[4]), cov = 1, maxstep = c(depth, 1, depth))
    msc(found)
  } else {
    steps <- as.numeric(strsplit(given[6], ",")[[1]])
    outcome <- if (length(given) > 6) given[7] else TRUE
    cna(cases, type = given[3], outcome = outcome, con = as.numeric(given[4]), cov = as.numeric(given[5]), maxstep = steps)
  })
}
cat(seconds[["elapsed"]])
