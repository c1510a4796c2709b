# Lists what can be done.
default:
    @just --list

# The bot, an emulated Telegram and phones in a browser, all on this machine.
demo *arguments:
    scripts/demo {{ arguments }}

# All tests, on both engines and in Chromium.
test *arguments:
    scripts/test {{ arguments }}

# What a change has to pass, word for word.
check:
    .ci/run

# The tests with every round of the long proofs.
proofs:
    METODIST_PROOFS=100 scripts/test

# Lets a fuzzer loose on one parser, such as phrases (needs cargo-fuzz); all of them stand in tests/fuzzing/targets.rs.
fuzz target seconds="600":
    cargo fuzz run {{ target }} --sanitizer none fuzz/corpus/{{ target }} tests/data/corpora/{{ target }} -- -max_total_time={{ seconds }}

# Looks through changed screens and takes over the good ones (needs cargo-insta).
accept:
    cargo insta review --workspace

# Measures; nothing is asserted.
bench *arguments:
    cargo bench --locked {{ arguments }}
