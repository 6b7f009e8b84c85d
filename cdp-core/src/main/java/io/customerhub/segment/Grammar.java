package io.customerhub.segment;

/** The grammar that {@link Parser} reads and {@link Printer} writes. */
final class Grammar {

  static final String EBNF =
      """
      (* Words are read in upper or lower case. "and" binds tighter than "or". *)
      condition = conjunction , { "or" , conjunction } ;
      conjunction = negation , { "and" , negation } ;
      negation = "not" , negation | test | "(" , condition , ")"
               | ( "all" | "any" | "at" , "least" , integer ) , "of" , list ;
      list = "(" , [ condition , { "," , condition } ] , ")" ;
      test = "trait" , "." , name , value test
           | "did" , [ "not" ] , event , [ count ] , [ window ]
           | "has" , [ "no" ] , record , [ count ] , [ window ]
           | ( "did" , event | "has" , record ) , "for" , "the" , "first" , "time" , [ window ]
           | ( "did" , event | "has" , record ) , "in" , "at" , "least" , integer , "of" , "last" ,
             integer , unit
           | aggregate , "of" , facts , value test , [ window ]
           | pattern
           | "in" , "segment" , quoted
           | ( "entered" | "left" ) , "segment" , quoted , "in" , "last" , span
           | "was" , "in" , "segment" , quoted , ( "at" , instant | span , "ago" )
           | "trait" , "." , name , "has" , "been" , value test , "for" , span
           | "random" , [ number , "to" ] , number , "percent" , "of" , quoted
           | "is" , "anonymous" | "has" , "identifier" , name
           | "merged" , "in" , "last" , span
           | "rfm" , "." , ( "recency" | "frequency" | "monetary" ) , value test
           | "predicted" , ( "purchases" | "value" ) , "in" , "next" , span , value test
           | "probability" , "alive" , value test
           | "consent" , quoted , [ "by" , quoted ] , ( "granted" | "denied" | "unknown" ) ;
      (* After "did not" and "has no" there is no count: to negate one write: not did "X" at least
         3 times. *)
      pattern = "last" , ( "did" , event | "had" , record ) , ( "more" | "less" ) , "than" , span ,
                "ago"
              | "stopped" , facts , "for" , span , "after" , "at" , "least" , integer ,
                ( "time" | "times" ) , "in" , span
              | "resumed" , facts , "after" , span , [ window ]
              | ( "shortest" | "average" | "longest" ) , "interval" , "of" , facts ,
                ( "=" | "<" | "<=" | ">" | ">=" ) , span , [ window ]
              | "streak" , "of" , facts , "at" , "least" , integer , ( "day" | period )
              | "sequence" , facts , step , { step } , [ "with" , "same" , name ] , [ "strictly" ] ,
                [ count ] , [ [ "," ] , window ] ;
      step = "then" , [ "not" ] , facts , [ "within" , span ] ;
      facts = event | record ;
      event = quoted , [ "(" , fields , ")" ] ;
      record = kind , [ "(" , fields , ")" ] ;  (* there a value of one word needs no quotes *)
      fields = name , value test , { "and" , name , value test } ;
      count = ( "exactly" | "at" , "least" | "at" , "most" | "between" , integer , "and" ) ,
              integer , ( "time" | "times" ) ;
      window = "in" , "last" , span | "from" , instant , "to" , instant
             | "today" | "yesterday" | ( "this" | "last" ) , period
             | "since" , ( "first" | "last" ) , facts ;
      period = "week" | "month" | "quarter" | "year" ;
      span = integer , unit ;
      unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year" ;  (* or with an s *)
      calculation = aggregate , "of" , facts , [ window ] ;  (* of a computed trait *)
      aggregate = ( "sum" | "average" | "minimum" | "maximum" | "distinct" , "count" | "first"
                  | "last" | "most" , "frequent" ) , "of" , name | "distinct" , "days" | "count" ;
      (* The value test of an aggregate compares with numbers, but for first, last, most frequent. *)
      value test = "exists" | "missing" | ( "!=" | "<>" ) , compared
                 | "has" , "none" , values
                 | [ "not" ] , positive
                 | "does" , "not" , ( "contain" | ( "start" | "end" ) , "with" | "match" ) , text ;
      positive = ( "=" | "<" | "<=" | ">" | ">=" ) , compared
               | "between" , value , "and" , value
               | "in" , values
               | "is" , "empty"
               | ( "contains" | ( "starts" | "ends" ) , "with" | "like" | "matches" ) , text
               | "has" , ( "any" | "all" ) , values
               | "size" , value test
               | ( "any" | "all" ) , "match" , ( value test | "(" , fields , ")" )
               | "with" , "(" , fields , ")"
               | date test
               | "within" , number , "km" , "of" , point
               | "in" , "region" , "(" , point , { "," , point } , ")" ;
      date test = ( "before" | "after" ) , ( day | instant ) | "on" , "day" , day
                | "in" , ( "past" | "future" ) | "in" , ( "last" | "next" ) , span
                | "older" , "than" , span | "anniversary" , "in" , "next" , span
                | "day" , "of" , "week" , "in" , "(" , weekday , { "," , weekday } , ")"
                | "part" , "of" , "day" , "from" , time , "to" , time ;
      compared = ( value | "trait" , "." , name ) , folding ;
      values = "(" , value , { "," , value } , ")" , folding ;
      text = quoted , folding ;
      folding = [ "ignoring" , "case" ] , [ "ignoring" , "accents" ] ;
      point = "(" , number , "," , number , ")" ;  (* latitude, longitude *)
      weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" ;
      value = quoted | number | "true" | "false" ;
      name = word | quoted ;
      word = ( letter | "_" ) , { letter | digit | "_" | "-" } ;  (* ASCII; else in quotes *)
      quoted = '"' , { any character but '"' | '""' } , '"'
             | "'" , { any character but "'" | "''" } , "'" ;
      number = [ "-" ] , integer , [ "." , integer ] , [ ( "e" | "E" ) , [ "+" | "-" ] , integer ] ;
      integer = digit , { digit } ;
      kind = lower-case letter , { lower-case letter | digit | "_" } ;
      day = quoted ;  (* ISO 8601, such as "2026-01-31" *)
      time = quoted ;  (* to the minute, such as "09:30" *)
      instant = quoted ;  (* ISO 8601 in UTC, such as "2026-01-31T00:00:00Z" *)
      """;

  private Grammar() {}
}
