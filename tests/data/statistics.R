# Makes statistics.ini, against which tests/core/test-statistics-r.c holds the statistics of src/core:
#   Rscript statistics.R > statistics.ini
# Made with R 4.2.2 and psych 2.2.9. Where R or psych has a function it is used (psych::alpha and alpha.ci, t.test, cor, qf, qbinom, rle);
# what neither has is written out from its definition, another way than the C does. The tests need the .ini alone.
suppressMessages(library(psych))
set.seed(20260922)

number <- function(x) ifelse(is.na(x), "NA", sprintf("%.15g", x))
line <- function(key, x) cat(key, "=", paste(number(x), collapse = " "), "\n", sep = "")
group <- function(name) cat("\n[", name, "]\n", sep = "")

cat("# Results of R, made by statistics.R; see there.\n")

# Items -------------------------------------------------------------------------------------------------------------------------

# The mean score of the m people with the highest totals, people tied at the cut averaged, by averaging over every person in turn.
top <- function(score, total, m) {
  cut <- sort(total, decreasing = TRUE)[m]
  above <- total > cut
  (sum(score[above]) + (m - sum(above)) * mean(score[total == cut])) / m
}

items <- function(name, x, max) {
  n <- nrow(x); k <- ncol(x); total <- rowSums(x); m <- max(1, floor(0.27 * n + 0.5 + 1e-9))
  a <- suppressMessages(suppressWarnings(psych::alpha(x, check.keys = FALSE, warnings = FALSE)))
  ci <- psych::alpha.ci(a$total$raw_alpha, n, k, digits = 15)
  group(name)
  cat("kind=items\n")
  line("k", k); line("max", max); line("scores", as.vector(t(x)))
  line("alpha", c(a$total$raw_alpha, ci$lower.ci, ci$upper.ci))
  p <- colMeans(x)
  line("kr20", if (all(x %in% 0:1)) k / (k - 1) * (1 - sum(p * (1 - p)) / (var(total) * (n - 1) / n)) else NA)
  line("mean", p)
  line("difficulty", p / max)
  line("sd", apply(x, 2, sd))
  line("r_it", apply(x, 2, cor, total))
  line("r_ir", a$item.stats[, "r.drop"])
  line("alpha_drop", if (k > 2) a$alpha.drop[, "raw_alpha"] else rep(NA, k))
  line("discrimination", apply(x, 2, function(s) (top(s, total, m) - top(s, -total, m)) / max))
}

sheet <- function(n, k, make) { x <- matrix(make(n, k), n, k); colnames(x) <- paste0("q", 1:k); x }
likert <- function(n, k) pmin(5, pmax(1, round(3.6 + rnorm(n) %o% rep(1, k) + rnorm(n * k))))
choice <- function(n, k) (rnorm(n) %o% rep(1, k) + rnorm(n * k) > rep(seq(-1, 1, length.out = k), each = n)) * 1

items("the table of RULES 9", sheet(10, 3, function(n, k) c(1, 2, 2, 3, 2, 2, 3, 3, 2, 3, 1, 1, 1, 2, 3, 3, 2, 3, 3, 3, 1, 1, 2, 1, 2, 3, 3, 3, 2, 3)), 3)
items("ratings of 40", sheet(40, 6, likert), 5)
items("ratings of 200", sheet(200, 12, likert), 5)
items("choices of 33", sheet(33, 10, choice), 1)
items("choices of 120", sheet(120, 25, choice), 1)
turned <- sheet(60, 5, likert); turned[, 3] <- 6 - turned[, 3]
items("an item turned round", turned, 5)
items("two items", sheet(25, 2, likert), 5)
items("points with halves", sheet(50, 4, function(n, k) round(2 * (5 + rnorm(n) %o% rep(1, k) + rnorm(n * k))) / 2), 10)
items("large numbers", sheet(30, 4, function(n, k) 1e6 + likert(n, k)), 1000005)
items("four people", sheet(4, 3, likert), 5)

# Raters ------------------------------------------------------------------------------------------------------------------------

# Krippendorff (2011) by coincidence matrices.
krippendorff <- function(x, level) {
  x <- x[rowSums(!is.na(x)) > 1, , drop = FALSE]
  v <- sort(unique(as.vector(x[!is.na(x)]))); o <- matrix(0, length(v), length(v))
  for (i in seq_len(nrow(x))) {
    u <- match(x[i, !is.na(x[i, ])], v); f <- tabulate(u, length(v))
    o <- o + (outer(f, f) - diag(f, length(v))) / (length(u) - 1)
  }
  nc <- rowSums(o)
  d <- outer(seq_along(v), seq_along(v), Vectorize(function(a, b) {
    if (level == "nominal") a != b
    else if (level == "interval") (v[a] - v[b])^2
    else (sum(nc[min(a, b):max(a, b)]) - (nc[a] + nc[b]) / 2)^2
  }))
  1 - sum(o * d) / (sum(outer(nc, nc) * d) / (sum(nc) - 1))
}

raters <- function(name, x) {
  group(name)
  cat("kind=raters\n")
  line("k", ncol(x)); line("ratings", as.vector(t(x)))
  line("icc", if (anyNA(x)) rep(NA, 6) else suppressMessages(psych::ICC(x, lmer = FALSE))$results$ICC)
  line("alpha", sapply(c("nominal", "ordinal", "interval"), function(level) krippendorff(x, level)))
}
judge <- function(n, k, spread) round(rnorm(n, 75, 10) %o% rep(1, k) + rep(rnorm(k, 0, 4), each = n) + rnorm(n * k, 0, spread))
raters("three raters of 20", judge(20, 3, 4))
raters("five raters who hardly agree", judge(12, 5, 25))
raters("ratings from 1 to 5", matrix(pmin(5, pmax(1, round(3 + rnorm(30) %o% rep(1, 4) + rnorm(120, 0, .7)))), 30))
missing <- judge(25, 3, 5); missing[sample(75, 20)] <- NA
raters("ratings missing", missing)

# Gains -------------------------------------------------------------------------------------------------------------------------

gain <- function(name, pre, post) {
  both <- !is.na(pre) & !is.na(post); room <- both & pre < 100; d <- (post - pre)[both]; n <- sum(both)
  group(name)
  cat("kind=gain\n")
  line("pre", pre); line("post", post)
  line("pairs", n)
  line("means", c(mean(pre[both]), mean(post[both])))
  line("hake", (mean(post[both]) - mean(pre[both])) / (100 - mean(pre[both])))
  line("hake_individual", mean(((post - pre) / (100 - pre))[room]))
  # t of the paired test is dz · √n, t of the test of two groups is ds · √(n ÷ 2).
  line("dz", t.test(post[both], pre[both], paired = TRUE)$statistic / sqrt(n))
  line("ds", t.test(post[both], pre[both], var.equal = TRUE)$statistic / sqrt(n / 2))
  line("dav", mean(d) / mean(c(sd(pre[both]), sd(post[both]))))
}

marks <- function(n, mean, sd) pmin(100, pmax(0, round(rnorm(n, mean, sd), 1)))
pre <- marks(30, 52, 12)
gain("a class of 30", pre, pmin(100, round(pre + rnorm(30, 25, 8), 1)))
gain("marks missing", ifelse(runif(40) < .2, NA, marks(40, 60, 15)), ifelse(runif(40) < .2, NA, marks(40, 75, 10)))
gain("some at the top before", c(100, 100, marks(20, 85, 10)), c(100, 95, marks(20, 90, 6)))
gain("a loss", marks(12, 70, 8), marks(12, 60, 8))
gain("two pairs", c(40, 55), c(70, 60))

# Answers from 0 to 10 ----------------------------------------------------------------------------------------------------------

nps <- function(name, x) {
  sign <- (x >= 9) - (x <= 6); n <- length(x)
  group(name)
  cat("kind=nps\n")
  line("answers", x)
  line("counts", c(sum(sign == 1), sum(sign == 0), sum(sign == -1)))
  line("score", 100 * mean(sign))
  line("margin", 100 * 1.96 * sqrt(mean((sign - mean(sign))^2) / n))
}
nps("the survey of RULES 9", rep(c(10, 7, 3), c(162, 108, 54)))
nps("a class of 27", sample(0:10, 27, TRUE, c(1, 1, 1, 1, 2, 2, 3, 5, 9, 8, 6)))
nps("detractors", sample(0:6, 15, TRUE))

# Series ------------------------------------------------------------------------------------------------------------------------

series <- function(name, x) {
  s <- sign(x - median(x)); s <- s[s != 0]; useful <- length(s); runs <- rle(s)
  mr <- mean(abs(diff(x)))
  group(name)
  cat("kind=series\n")
  line("values", x)
  line("useful", useful)
  line("median", median(x))
  line("runs", c(max(runs$lengths), round(log2(useful)) + 3))
  line("crossings", c(length(runs$lengths) - 1, qbinom(.05, useful - 1, .5)))
  line("limits", c(mean(x), mr, mean(x) - 3 * mr / 1.128, mean(x) + 3 * mr / 1.128))
}
series("noise", round(rnorm(24, 30, 4), 1))
series("a shift", round(c(rnorm(12, 30, 2), rnorm(12, 36, 2)), 1))
series("a trend", round(30 + 1:20 * .8 + rnorm(20), 1))
series("many on the median", sample(c(3, 3, 3, 2, 4, 5), 30, TRUE))
series("up and down", rep(c(1, 9, 2, 8), 6))
series("a year by week", round(rnorm(52, 4.2, .3), 2))

shares <- function(name, x, n) {
  p <- sum(x) / sum(n); sigma <- sqrt(p * (1 - p) / n)
  group(name)
  cat("kind=shares\n")
  line("counts", x); line("sizes", n); line("centre", rep(p, length(n)))
  line("lower", pmax(0, p - 3 * sigma)); line("upper", pmin(1, p + 3 * sigma))
}
sizes <- sample(10:60, 12)
shares("answered within two hours", rbinom(12, sizes, .93), sizes)

# Quantiles ---------------------------------------------------------------------------------------------------------------------

group("F")
cat("kind=f\n")
people <- c(1, 2, 4, 9, 29, 99, 999, 99999); tests <- c(1, 2, 9, 24, 49)
grid <- expand.grid(p = c(.025, .975), n = people, k = tests)
line("probability", grid$p); line("numerator", grid$n); line("denominator", grid$n * grid$k)
# By the beta distribution, because qf () takes that of χ² for F from 400,000 degrees of freedom below, which is too narrow here.
b <- qbeta(grid$p, grid$n / 2, grid$n * grid$k / 2)
line("quantile", b / (1 - b) * grid$k)
group("binomial")
cat("kind=coin\n")
throws <- c(0:60, 99, 100, 250, 999, 10000)
line("throws", throws); line("quantile", qbinom(.05, throws, .5))
