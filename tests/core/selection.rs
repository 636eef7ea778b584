//! What a device keeps, which the app and the script that starts it both read.

use insight::selection::kept;
use serde_json::Value;

/// The script counts what these name: `web/tests/texts.test.js`.
const SHARED: &str = include_str!("../../web/tests/shared.json");

#[test]
fn what_a_device_keeps_is_read_as_it_is_counted() {
    let shared: Value = serde_json::from_str(SHARED).expect("the file is JSON");
    let texts = |value: &Value| -> Vec<String> {
        let texts = value.as_array().expect("a list").iter();
        texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
    };
    let cases = shared["kept"].as_array().expect("there are cases");
    for case in cases {
        let text = case["text"].as_str().expect("a text");
        assert_eq!(kept(text), [texts(&case["known"]), texts(&case["others"])].concat(), "{text}");
    }
    assert!(cases.len() > 10);
}
