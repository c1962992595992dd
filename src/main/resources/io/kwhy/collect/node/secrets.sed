# What takes secrets out of what a host says, before it leaves the host; the reader looks a second time, and
# closer. NodeScript makes the programs of look.sh of it: #both #settings #prose and #manifest say for which the
# lines are that follow, <q> is a quote, <names> how names of secrets end, <sentence> a word that only follows one.
# Three letters that no text has mark, for a while: <is>, where such a name ends; <no>, a value that is no secret;
# <ca>, the K10 of a join token, of which only the end is secret. The [B] keeps what stands here from being taken
# for a key where it is found in the list of processes.

# Of a manifest's Secret nothing stays but what it is called. In which order its fields are, nobody knows.
#manifest
:held
/^[ -]*<q>\{0,1\}\(data\|stringData\|binaryData\)<q>\{0,1\} *:/{
s/:.*/:/
h
s/^\([ -]*\).*/\1/
y/-/ /
x
:row
n
/^ *$/b row
G
/^\( *\)  *[^ ].*\n\1$/{
s/^\( *\).*/\1<redacted>/
b row
}
s/\n.*//
b held
}

#both
:again
s/[<is><no><ca>]/?/g
s/-----[B]EGIN [A-Z0-9 ]*PRIVATE KEY-----.*-----END [A-Z0-9 ]*PRIVATE KEY-----/<redacted>/g
/-----[B]EGIN.*PRIVATE KEY-----/,/-----END/s/.*/<redacted>/
s/\(<names>\)\([\\"']*\( *[:=]\| *, *\\*"value\| \|$\)\)/\1<is>\2/g
/<is>\|@\|K10\|eyJ\|A[KS]IA\|gh[pousr]_\|xox\|[?&]\|[Bb]earer\|[Aa]uth\|-t/!b

# A flag that ends its line, as in units of the installer, has its value on the next. A block of YAML goes on as
# long as its lines are indented more than its name.
#settings
/^[ 	"']*-\(t\|-\{0,1\}[A-Za-z0-9_.-]*<is>\)<q>\{0,1\} *\\$/{
s/<is>//g
n
/^[ 	]*<q>\{0,1\}-/b again
/K10[0-9a-f]*::/b again
s/^\([ 	]*\).*[^\\]$/\1<redacted>/
s/^\([ 	]*\).*\\$/\1<redacted> \\/
b
}
/^[^:=]*<is><q>\{0,1\} *: *[|>][-+0-9]* *\(#.*\)\{0,1\}$/{
s/<is>//g
h
s/^\([ -]*\).*/\1/
y/-/ /
x
:block
n
/^ *$/b block
G
/^\( *\)  *[^ ].*\n\1$/{
s/^\( *\).*/\1<redacted>/
b block
}
s/\n.*//
b again
}
s/\(:\/\/[^\/ :@"']*:\)[^ ]*@/\1<redacted>@/g
s/\([^ "':\/]:\)[^ \/][^ ]*@\(tcp\|unix\)(/\1<redacted>@\2(/g

#prose
s/\(:\/\/[^\/ :@"']*:\)[^ ,]*@/\1<redacted>@/g
s/\([^ "':\/]:\)[^ ,\/][^ ,]*@\(tcp\|unix\)(/\1<redacted>@\2(/g

# What is known by its form.
#both
s/K10\([0-9a-f]*::\)\([^ "',;:\\]*:\)\{0,1\}[^ "'\\]*/<ca>\1\2<redacted>/g
s/\(^\|[ "'=]\)K10\([0-9a-f]\{0,64\}\)\([ "',]\|$\)/\1<ca>\2\3/g
s/K10[0-9a-f]\{64\}[^ "',;:\\]\{1,\}/<redacted>/g
s/eyJ[A-Za-z0-9_-]\{8,\}\.[A-Za-z0-9_-]\{4,\}\(\.[A-Za-z0-9_-]*\)\{0,1\}/<redacted>/g
s/\([?&]\([Ss]ig\|[Ss]ignature\|[Xx]-[Aa]mz-[A-Za-z-]*\|access_token\|code\)=\)[^& "']*/\1<redacted>/g
s/A[KS]IA[0-9A-Z]\{16\}/<redacted>/g
s/gh[pousr]_[A-Za-z0-9_]\{30,\}/<redacted>/g
s/xox[abprs]-[A-Za-z0-9-]\{10,\}/<redacted>/g
s/\([Bb]earer *\)[^ "'<]\{8,\}/\1<redacted>/g
s/\([Aa]uthorization<q>\{0,1\} *[:=] *\[*<q>\{0,1\}\(\([Bb]asic\|[Nn]egotiate\|[Tt]oken\)<is>\{0,1\} *\)\{0,1\}\)[^ "',;<[Bb][^ "',;]*/\1<redacted>/g
s/\(\(^\|[^A-Za-z0-9_-]\)k3s<q>\{0,1\} [^|;]*-t[= ]<q>\{0,1\}\)[^- <$"'][^ "']*/\1<redacted>/g

# What is known by the name before it.
s/\(<is>[\\"']*[:= ] *[\\"']*\)\(true\|false\|null\)\([], ;)}"'\\]\|$\)/\1<no>\2\3/g
s/\(<is><q>\{0,1\} \)\(<sentence>\)\([], .:;)"']\|$\)/\1<no>\2\3/g
s/\(\(^\|[^A-Za-z0-9_-]\)--\{0,1\}[A-Za-z0-9_.-]*<is><q>\{0,1\}[= ] \{0,1\}\)"[^"<ca><no>][^"]*"/\1"<redacted>"/g
s/\(\(^\|[^A-Za-z0-9_-]\)--\{0,1\}[A-Za-z0-9_.-]*<is><q>\{0,1\}[= ] \{0,1\}\)'[^'<ca><no>][^']*'/\1'<redacted>'/g
s/\(\(^\|[^A-Za-z0-9_-]\)--\{0,1\}[A-Za-z0-9_.-]*<is><q>\{0,1\}[= ] \{0,1\}<q>\{0,1\}\)[^- "'\\<<ca><no>][^ "']*/\1<redacted>/g
s/\(<is>\\*<q> *: *\\*<q>\)[^"'\\<<ca><no>][^"'\\]*/\1<redacted>/g
s/\(<is>\\*" *, *\\*"value\\*" *: *\\*"\)[^"\\<<ca><no>][^"\\]*/\1<redacted>/g

#settings
s/\(Environment=.*<is>=\)[^"'<<ca><no>][^"']*\(<q>\)$/\1<redacted>\2/
s/^\([^:=]*<is><q>\{0,1\} *[:=] *\)"[^"<ca><no>].*"/\1"<redacted>"/
s/^\([^:=]*<is><q>\{0,1\} *[:=] *\)'[^'<ca><no>].*'/\1'<redacted>'/
s/^\([^:=]*<is><q>\{0,1\} *[:=] *<q>\)[^"'<<ca><no>][^"']*$/\1<redacted>/
s/^\([^:=]*<is> *= *\)[^ "'<<ca><no>].*/\1<redacted>/
s/^\([^:=]*<is><q>\{0,1\} *: *\)[^] "'<{}[&*|>#,<ca><no>].*/\1<redacted>/
s/\(<is>=<q>\{0,1\}\)[^ "'<<ca><no>][^ "']*/\1<redacted>/g
s/\([{,] *<q>\{0,1\}[A-Za-z0-9_.-]*<is><q>\{0,1\}: *<q>\{0,1\}\)[^ "'<{}[&*,<ca><no>][^"',{}]*/\1<redacted>/g
s/^\( *<q>\{0,1\}auth<q>\{0,1\} *[:=] *<q>\{0,1\}\)[^] "'<{}[&*|>#,][^"']*/\1<redacted>/
s/\([{,] *<q>\{0,1\}auth<q>\{0,1\} *: *<q>\{0,1\}\)[^] "'<{}[&*,][^"',{}]*/\1<redacted>/g

#prose
s/\(<is>=<q>\{0,1\}\)[^ "'<,;&<ca><no>][^ "',;&]*/\1<redacted>/g
s/\(<is>"\{0,1\} \{0,1\}: "\{0,1\}\)[^ "'<,;<ca><no>][^ "',;]*[0-9][^ "',;]*/\1<redacted>/g

#both
s/<ca>/K10/g
s/[<is><no>]//g
