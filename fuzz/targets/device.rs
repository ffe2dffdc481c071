//! Fuzzes `device::law`.
#![cfg_attr(feature = "libfuzzer", no_main)]

sceau_fuzz::target!(sceau_tests::properties::device::law);
