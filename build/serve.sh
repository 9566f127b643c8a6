# Sourced by ./taswiya: "./taswiya serve", the online agency. Built on first use and apart from the product, whose
# commands then start without the libraries of a web server.

web_module=$root/web/target # lib/*.jar, built (its time is that of the build's start)

run_pages() {
    local jar class_path=
    pages_are_current || build_pages || exit 1
    for jar in "$web_module"/taswiya-web-*.jar "$web_module"/lib/*.jar; do
        class_path=$class_path${class_path:+:}$jar
    done
    # shellcheck disable=SC2086 # the options are words, to be split
    exec "$jdk/bin/java" '-Xlog:aot*=off' '-Xlog:cds*=off' \
        -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        "-Dtaswiya.root=$root" ${TASWIYA_JAVA_OPTS:-} -cp "$class_path" org.taswiya.web.TaswiyaWeb "$@"
}

pages_are_current() {
    [ -f "$web_module/built" ] && [ -z "$(find "$root/pom.xml" "$root/.mvn" \
        "$root"/{core,intake,store,deliver,run,server,bench,cli,web}/{pom.xml,src/main} \
        -cnewer "$web_module/built" -print 2>&1)" ]
}

build_pages() {
    . "$root/build/build.sh"
    lock_build
    if pages_are_current; then # somebody else built it while we waited
        unlock_build
        return 0
    fi
    say "building: the online agency $([ -f "$web_module/built" ] && echo 'is older than its sources' || echo 'is not built yet') (log: $logs/web.log)"
    mkdir -p "$logs"
    : >"$logs/web-started" # becomes $web_module/built: what changes from now on makes the next build
    rm -rf "$web_module/lib"
    started=$SECONDS
    if ! run_maven "$logs/web.log" package --projects web --also-make -DskipTests; then
        show_failure "$logs/web.log"
        return 1
    fi
    mv "$logs/web-started" "$web_module/built"
    say "built in $((SECONDS - started)) s"
    unlock_build
}
