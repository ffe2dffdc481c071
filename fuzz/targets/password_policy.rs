//! Fuzzes `password_rules::law`.
#![cfg_attr(feature = "libfuzzer", no_main)]

sceau_fuzz::target!(sceau_tests::properties::password_rules::law);
