//! `identifier/*.txt`, `name/*.txt` and `identity/check.txt`.
use sceau_tests::Record;
pub(crate) fn age(_: &Record) -> String {
    String::new()
}
pub(crate) fn nam(_: &Record) -> String {
    String::new()
}
pub(crate) fn nas(_: &Record) -> String {
    String::new()
}
pub(crate) fn parse(_: &Record) -> String {
    String::new()
}
pub(crate) fn identity(_: &Record) -> String {
    String::new()
}
pub(crate) fn compare(_: &Record) -> String {
    String::new()
}
pub(crate) fn fold(_: &Record) -> String {
    String::new()
}
