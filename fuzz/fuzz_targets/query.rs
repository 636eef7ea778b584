//! Any search part of a URL is read, and what is written of it is read as the same.
#![no_main]

use search::query::Query;
use address::route::Route;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (query, _) = Query::parse(text);
    let written = query.to_string();
    let (again, bad) = Query::parse(&written);
    assert_eq!((again, bad.as_slice()), (query, &[][..]), "{written}");
    let route = Route::parse(text);
    assert_eq!(Route::parse(&route.to_string()), route, "{route}");
});
