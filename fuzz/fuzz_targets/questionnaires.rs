#![no_main]

#[expect(dead_code, reason = "each target uses one of the functions")]
#[path = "../../tests/fuzzing/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::questionnaires(data));
