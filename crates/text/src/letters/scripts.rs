//! Scripts that put no space between words: each of their signs is a word by itself, so that what stands inside
//! a name is found.

/// Whether a character is of such a script: Thai, Lao, Myanmar, Khmer, kana, Han.
pub fn stands_alone(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether a character of such a script is written on the one before it: vowels, tones, sound marks.
pub fn leans(c: char) -> bool {
    matches!(
        c,
        '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{eb1}'
            | '\u{eb4}'..='\u{ebc}'
            | '\u{ec8}'..='\u{ece}'
            | '\u{102b}'..='\u{103e}'
            | '\u{1056}'..='\u{1059}'
            | '\u{17b4}'..='\u{17d3}'
            | '\u{3099}'..='\u{309a}'
    )
}
