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
           | "did" , [ "not" ] , quoted , [ where ] , [ count ] , [ window ]
           | aggregate , "of" , name , "of" , quoted , [ where ] , value test , [ window ]
           | "in" , "segment" , quoted ;
      (* After "did not" there is no count: to negate one write: not did "X" at least 3 times. *)
      where = "(" , name , value test , { "and" , name , value test } , ")" ;
      count = ( "exactly" | "at" , "least" | "at" , "most" | "between" , integer , "and" ) ,
              integer , ( "time" | "times" ) ;
      window = "in" , "last" , integer , unit | "from" , instant , "to" , instant ;
      unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year" ;  (* or with an s *)
      aggregate = "sum" | "average" | "minimum" | "maximum" | "distinct" , "count" ;
      (* The value test of an aggregate compares with numbers. *)
      value test = "exists" | "missing" | ( "!=" | "<>" ) , value , [ "ignoring" , "case" ]
                 | [ "not" ] , positive
                 | "does" , "not" , ( "contain" | ( "start" | "end" ) , "with" ) , part ;
      positive = ( "=" | "<" | "<=" | ">" | ">=" ) , value , [ "ignoring" , "case" ]
               | "between" , value , "and" , value
               | "in" , "(" , value , { "," , value } , ")" , [ "ignoring" , "case" ]
               | ( "contains" | ( "starts" | "ends" ) , "with" ) , part ;
      part = quoted , [ "ignoring" , "case" ] ;
      value = quoted | number | "true" | "false" ;
      name = word | quoted ;
      word = ( letter | "_" ) , { letter | digit | "_" | "-" } ;  (* ASCII; else in quotes *)
      quoted = '"' , { any character but '"' | '""' } , '"'
             | "'" , { any character but "'" | "''" } , "'" ;
      number = [ "-" ] , integer , [ "." , integer ] , [ ( "e" | "E" ) , [ "+" | "-" ] , integer ] ;
      integer = digit , { digit } ;
      instant = quoted ;  (* ISO 8601 in UTC, such as "2026-01-31T00:00:00Z" *)
      """;

  private Grammar() {}
}
