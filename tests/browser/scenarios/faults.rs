use communs_browser_tests::Suite;
pub(crate) fn register(_: &mut Suite) {}
