//! Any search part of a URL is read, and what is written of it is read as the same.
#![no_main]

use search::query::Query;
use address::route::Route;
use catalogue::Kind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (query, _) = Query::parse(text, Kind::OF_FORMAT);
    let written = query.to_string();
    let (again, bad) = Query::parse(&written, Kind::OF_FORMAT);
    assert_eq!((again, bad.as_slice()), (query, &[][..]), "{written}");
    let route = Route::parse(text, Kind::OF_FORMAT);
    assert_eq!(Route::parse(&route.to_string(), Kind::OF_FORMAT), route, "{route}");
});
